import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { expandFirst, filterBy, jobRows, jobs, pushes, shownOf, showing } from './words.ts'

/** Elements that the document may hold, however many jobs there are (docs/performance.md). */
const budget = 4_000

/** A world this large takes its farm some seconds to make. */
const patience = { timeout: 60_000 }

const elements = (page: Page): Promise<number> => page.evaluate(() => document.getElementsByTagName('*').length)

test('a day of 30,000 jobs stays a small document: loaded, with a push opened, scrolled', async ({ page, app }) => {
  test.slow()
  await app.open('/try', { scenario: 'busy' })
  await expect(pushes(page).first()).toBeVisible(patience)
  expect((await shownOf(page)).total).toBeGreaterThan(25_000)
  expect(await elements(page)).toBeLessThanOrEqual(budget)

  await expandFirst(page)
  await expect(jobRows(page).first()).toBeVisible()
  expect(await elements(page)).toBeLessThanOrEqual(budget)

  const left = await pushes(page).nth(1).getAttribute('data-key')
  await page.mouse.move(640, 400)
  for (let turn = 0; turn < 20; turn++) {
    await page.mouse.wheel(0, 1_500)
    expect(await elements(page)).toBeLessThanOrEqual(budget)
  }
  // Rows out of sight leave the document (the one with the focus stays).
  await expect(jobs(page).locator(`[data-key="${left}"]`)).toHaveCount(0)
})

test('a push of hundreds of jobs is a small document too, as a list and as a matrix', async ({ page, app }) => {
  test.slow()
  await app.open('/try', { scenario: 'busy' })
  await expect(pushes(page).first()).toBeVisible(patience)
  const revision = await page.evaluate(async () => {
    const day: unknown = await (await fetch('/buildapi/self-serve/try?format=json')).json()
    const sizes = new Map<string, number>()
    for (const [, found = ''] of JSON.stringify(day).matchAll(/"revision":"([0-9a-f]{12})/g))
      sizes.set(found, (sizes.get(found) ?? 0) + 1)
    return [...sizes].toSorted(([, one], [, other]) => other - one)[0]?.[0]
  })
  await page.goto(`/try/rev/${revision}`)
  await expect(page.getByText(/^\d+ of [\d,]+ jobs, worst first/)).toBeVisible()
  // What is out of sight comes after the first frame: rows, and more lines than fill a window.
  await expect(page.locator('[data-row]')).toHaveCount(120)
  expect(await elements(page)).toBeLessThanOrEqual(budget)
  await page.getByRole('radio', { name: 'Matrix' }).check()
  await expect(page.getByRole('grid', { name: /^Matrix of/ })).toBeVisible()
  await expect.poll(() => page.getByRole('rowheader').count()).toBeGreaterThan(15)
  expect(await elements(page)).toBeLessThanOrEqual(budget)
})

test('a day of 100,000 jobs opens and filters', async ({ page, app }) => {
  test.slow()
  await app.open('/try', { scenario: 'huge' })
  await expect(showing(page)).toBeVisible(patience)
  const all = await shownOf(page)
  expect(all.total).toBeGreaterThan(90_000)
  expect(all.shown).toBe(all.total)
  await filterBy(page, 'mochitest result:failure')
  const some = await shownOf(page)
  expect(some.shown).toBeGreaterThan(0)
  expect(some.shown).toBeLessThan(all.shown)
  await expect(pushes(page).first()).toBeVisible()
  expect(await elements(page)).toBeLessThanOrEqual(budget)
})
