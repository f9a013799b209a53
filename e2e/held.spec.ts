import { expect, test } from './fixtures.ts'
import { activity, openRunningBuild } from './words.ts'

test('what another tab has just asked for is held, says why, and leaves only by a press', async ({
  page,
  app,
  context,
}) => {
  const writes: string[] = []
  context.on('request', (request) => request.method() === 'POST' && writes.push(request.url()))
  await app.open('/try')
  const build = await openRunningBuild(page)
  const second = await context.newPage()
  await second.goto(page.url())
  const rebuild = { name: 'Rebuild', exact: true }
  await expect(second.getByRole('button', rebuild)).toBeVisible()

  await page.getByRole('button', rebuild).click()
  await (await activity(page, `Rebuild build ${build}`)).getByRole('button', { name: 'Send now' }).click()
  await expect(await activity(page, `Rebuild build ${build}`)).toContainText('accepted')

  await second.getByRole('button', rebuild).click()
  const held = await activity(second, `Rebuild build ${build}`)
  await held.getByRole('button', { name: 'Send now' }).click()
  await expect(held).toContainText(/Another tab asked for Rebuild build \d+ .*ago \(job \d+\)/s)
  await expect(held).toContainText('Yours is kept back: not sent unless you press Send now.')
  await expect(second.getByRole('radio', { name: 'Problems 1' })).toBeVisible()
  await held.getByRole('button', { name: 'Undo' }).click()
  await expect(held).toContainText('undone')
  expect(writes.filter((url) => url.includes('/buildapi/'))).toHaveLength(1)
})
