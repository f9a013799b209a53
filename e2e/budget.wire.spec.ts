import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import type { App, Wire } from './fixtures.ts'
import { alerts, freshness, passUntil, pushes, show, showing } from './words.ts'

/** Another tab of the same browser. */
async function openTab(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(path)
  return page
}

/** What all tabs together asked of the farm, by its own record, while `seconds` passed; `seen` are those that ask. */
async function askedWhile(seconds: number, app: App, wire: Wire, seen: readonly Page[]) {
  const { now } = await wire.state()
  for (let passed = 0; passed < seconds; passed += 10) {
    await app.pass(10)
    await answered(seen)
  }
  const { requests } = await wire.state()
  return requests.filter(({ at }) => at > now)
}

/** Nothing is due that has not come. */
async function answered(tabs: readonly Page[]): Promise<void> {
  for (const tab of tabs) await expect(freshness(tab)).toContainText('next in')
}

const countOf = async (wire: Wire, endpoint: string): Promise<number> =>
  (await wire.state()).requests.filter((request) => request.endpoint === endpoint).length

// Minutes of several tabs, in steps small enough for them to talk.
test.describe.configure({ timeout: 60_000 })

test('three tabs on one queue ask no more than one: at most 12 times in any minute', async ({
  page,
  context,
  app,
  wire,
}) => {
  await app.open('/try')
  const tabs = [page, await openTab(context, '/try'), await openTab(context, '/try')]
  for (const tab of tabs) await expect(pushes(tab).first()).toBeVisible()
  await answered(tabs)
  const asked = await askedWhile(130, app, wire, tabs)
  for (const { at } of asked) {
    const minute = asked.filter((other) => other.at >= at && other.at < at + 60)
    expect(minute.length).toBeLessThanOrEqual(12)
  }
  // Each for itself they would ask for six lists.
  const lists = asked.filter(({ endpoint }) => endpoint === 'branchDay').length
  expect(lists).toBeGreaterThanOrEqual(1)
  expect(lists).toBeLessThanOrEqual(4)
})

test('a second tab on the same queue shows the same without asking for its list', async ({
  page,
  context,
  app,
  wire,
}) => {
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  await answered([page])
  const second = await openTab(context, '/try')
  await expect(pushes(second).first()).toBeVisible()
  await answered([second])
  expect(await showing(second).innerText()).toBe(await showing(page).innerText())
  const names = (tab: Page) => pushes(tab).evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')))
  expect(await names(second)).toEqual(await names(page))
  expect(await countOf(wire, 'branchDay')).toBe(1)
})

test('when the tab that asked is hidden or closed, the one that is seen goes on', async ({
  page,
  context,
  app,
  wire,
}) => {
  await app.open('/try')
  await expect(pushes(page).first()).toBeVisible()
  await show(page, 'hidden')
  const second = await openTab(context, '/try')
  await expect(pushes(second).first()).toBeVisible()
  const lists = (asked: { endpoint: string | null }[]) =>
    asked.filter(({ endpoint }) => endpoint === 'branchDay').length
  expect(lists(await askedWhile(70, app, wire, [second]))).toBe(1)
  await show(second, 'hidden')
  expect(await askedWhile(70, app, wire, [])).toEqual([])

  await show(second, 'visible')
  await answered([second])
  const before = await countOf(wire, 'branchDay')
  await second.close()
  await show(page, 'visible')
  await answered([page])
  // It had heard what the other was told while it was hidden.
  expect(await countOf(wire, 'branchDay')).toBe(before)
  expect(lists(await askedWhile(70, app, wire, [page]))).toBe(1)
})

test('a failure is told in every tab, and one press tries again for all', async ({ page, context, app, wire }) => {
  await app.open('/try')
  const second = await openTab(context, '/try')
  for (const tab of [page, second]) await expect(pushes(tab).first()).toBeVisible()
  await wire.order({ faults: [{ fault: 'dropBefore', endpoint: 'branchDay' }] })
  await app.pass(61)
  for (const tab of [page, second]) await passUntil(app, alerts(tab).first(), 'Could not refresh try')

  await wire.order({ faults: [] })
  const lists = await countOf(wire, 'branchDay')
  await second.getByRole('button', { name: 'Try again' }).first().click()
  for (const tab of [second, page]) await expect(alerts(tab)).toHaveCount(0)
  expect(await countOf(wire, 'branchDay')).toBe(lists + 1)
})

test('a paused tab stands still while another goes on', async ({ page, context, app, wire }) => {
  await app.open('/try')
  const second = await openTab(context, '/try')
  for (const tab of [page, second]) await expect(pushes(tab).first()).toBeVisible()
  await page.getByRole('button', { name: 'Pause updates' }).click()
  // Ends where no list is due soon: one is each 60 to 66 s.
  await askedWhile(100, app, wire, [second])
  await expect(freshness(page)).toContainText('paused')
  const lists = await countOf(wire, 'branchDay')
  await page.getByRole('button', { name: 'Resume updates' }).click()
  await app.pass(2)
  await answered([page])
  expect(await countOf(wire, 'branchDay')).toBe(lists)
})
