import type { APIRequestContext, Locator } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { activity, expandFirst, jobRows, passUntil } from './words.ts'

/** Rebuilds the job of a row as somebody else does. */
async function rebuildAsBob(
  { request, baseURL }: { request: APIRequestContext; baseURL: string | undefined },
  row: Locator,
) {
  const href = await row.getByRole('link').first().getAttribute('href')
  const build = href?.split('/').at(-1) ?? ''
  const answer = await request.post(`${baseURL}/buildapi/self-serve/try/build?format=json`, {
    form: { build_id: build },
    headers: { 'x-remote-user': 'bob@example.org' },
  })
  expect(answer.status()).toBe(202)
  return build
}

test('a rebuild that somebody else has just asked for is shown before ours is sent', async ({
  page,
  app,
  wire,
  request,
  baseURL,
}) => {
  await app.open('/try?q=result%3Afailure')
  await expandFirst(page)
  const build = await rebuildAsBob({ request, baseURL }, jobRows(page).first())
  await jobRows(page).first().getByRole('button', { name: 'Rebuild', exact: true }).click()
  const entry = await activity(page, build)
  await passUntil(app, entry, 'bob')
  expect((await wire.writes('rebuildBuild')).arrived).toBe(1)
  await entry.getByRole('button', { name: 'Send now' }).click()
  await expect.poll(async () => (await wire.writes('rebuildBuild')).arrived).toBe(2)
})

test('a row says who has rebuilt its job, and by which entry of the log', async ({ page, app, request, baseURL }) => {
  await app.open('/try?q=result%3Afailure')
  await expandFirst(page)
  const row = jobRows(page).first()
  await rebuildAsBob({ request, baseURL }, row)
  await passUntil(app, row, /rebuilt by bob \d\d:\d\d \(job \d+\)/)
})

test('a rebuild asked for while ours waits is seen, though the log was read for another a moment ago', async ({
  page,
  app,
  wire,
  request,
  baseURL,
}) => {
  await app.open('/try?q=result%3Afailure')
  await expandFirst(page)
  const rebuild = (row: number) => jobRows(page).nth(row).getByRole('button', { name: 'Rebuild', exact: true }).click()
  await rebuild(0)
  await app.pass(3)
  await rebuild(1)
  await app.pass(2)
  await expect.poll(async () => (await wire.writes('rebuildBuild')).arrived).toBe(1)
  const build = await rebuildAsBob({ request, baseURL }, jobRows(page).nth(1))
  const entry = await activity(page, build)
  await passUntil(app, entry, 'bob')
  expect((await wire.writes('rebuildBuild')).arrived).toBe(2)
})
