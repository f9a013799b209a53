import { expect, test } from './fixtures.ts'
import type { App, Wire } from './fixtures.ts'
import { freshness, openRunningBuild, passUntil, pushes, show } from './words.ts'

/**
 * What the page asked of the farm, by the farm's own record, while `seconds` passed. `settled`: waited for after each
 * step, since answers come in their own time and not in the clock's.
 */
async function askedWhile(app: App, wire: Wire, seconds: number, settled = async (): Promise<void> => {}) {
  const { now } = await wire.state()
  for (let passed = 0; passed < seconds; passed += 10) {
    await app.pass(10)
    await settled()
  }
  const { requests } = await wire.state()
  return requests.filter(({ at }) => at > now)
}

test('an idle queue asks at most 12 times in any minute, and never again for the branches', async ({
  page,
  app,
  wire,
}) => {
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  const asked = await askedWhile(app, wire, 300, () => expect(freshness(page)).toContainText('next in'))
  for (const { at } of asked) {
    const minute = asked.filter((other) => other.at >= at && other.at < at + 60)
    expect(minute.length).toBeLessThanOrEqual(12)
  }
  const times = (endpoint: string) => asked.filter((request) => request.endpoint === endpoint).length
  expect(times('branchDay')).toBeGreaterThanOrEqual(3)
  expect(times('pending')).toBeGreaterThan(times('branchDay'))
  expect(times('branches')).toBe(0)
})

test('a hidden tab asks for nothing, and at once when it is seen again', async ({ page, app, wire }) => {
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  await show(page, 'hidden')
  expect(await askedWhile(app, wire, 180)).toEqual([])
  const { requests } = await wire.state()
  await show(page, 'visible')
  await expect.poll(async () => (await wire.state()).requests.length).toBeGreaterThan(requests.length)
})

test('paused, it asks for nothing until it is resumed', async ({ page, app, wire }) => {
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  await page.getByRole('button', { name: 'Pause updates' }).click()
  expect(await askedWhile(app, wire, 180)).toEqual([])
  await page.getByRole('button', { name: 'Resume updates' }).click()
  expect((await askedWhile(app, wire, 60)).map(({ endpoint }) => endpoint)).toContain('branchDay')
})

test('a build is asked for until it has finished', async ({ page, app, wire }) => {
  await app.open('/try')
  await openRunningBuild(page)
  const running = await askedWhile(app, wire, 60, () => expect(freshness(page)).toContainText('next in'))
  expect(running.filter(({ endpoint }) => endpoint === 'build').length).toBeGreaterThanOrEqual(2)
  await app.pass(5 * 3_600)
  await passUntil(app, page.getByRole('main'), 'Finished')
  const finished = await askedWhile(app, wire, 60)
  expect(finished.filter(({ endpoint }) => endpoint === 'build')).toEqual([])
})
