import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import type { App } from './fixtures.ts'

/** The app's own words, so that a test reads as what a person does. */
export const jobs = (page: Page): Locator => page.getByRole('treegrid', { name: 'Jobs' })
export const pushes = (page: Page): Locator => jobs(page).getByRole('row', { name: /^(Push [0-9a-f]{12}|No revision)/ })
export const jobRows = (page: Page): Locator => jobs(page).locator('[role=row][aria-level="2"][aria-label]')
export const filter = (page: Page): Locator => page.getByRole('searchbox', { name: 'Filter jobs' })
export const showing = (page: Page): Locator => page.getByRole('main').getByText(/^showing [\d,]+ of [\d,]+ jobs/)
export const freshness = (page: Page): Locator => page.getByRole('status', { name: 'Data freshness' })

/** What is read out at once; toasts keep an empty place for theirs. */
export const alerts = (page: Page): Locator => page.getByRole('main').getByRole('alert')

/** The numbers of "showing n of m jobs". */
export async function shownOf(page: Page): Promise<{ shown: number; total: number }> {
  const text = await showing(page).innerText()
  const [shown = 0, total = 0] = [...text.matchAll(/[\d,]+/g)].map(([digits]) => Number(digits.replaceAll(',', '')))
  return { shown, total }
}

/** Types a filter and waits until the list has followed. */
export async function filterBy(page: Page, text: string): Promise<void> {
  const before = await showing(page).innerText()
  await filter(page).fill(text)
  if (text !== '') await expect(showing(page)).not.toHaveText(before)
}

/** Shows the jobs of the first push. */
export async function expandFirst(page: Page): Promise<void> {
  const push = pushes(page).first()
  await push.focus()
  await page.keyboard.press('ArrowRight')
  await expect(push).toHaveAttribute('aria-expanded', 'true')
  await expect(jobRows(page).first()).toBeVisible()
}

/** Opens pushes from the top until one shows a job that no other push shares; gives the row of the first. */
export async function expandOwn(page: Page): Promise<Locator> {
  const own = jobRows(page).filter({ hasNotText: 'serves' }).first()
  await expandFirst(page)
  for (let place = 1; !(await own.isVisible()); place++) {
    const push = pushes(page).nth(place)
    await push.focus()
    await page.keyboard.press('ArrowRight')
    await expect(push).toHaveAttribute('aria-expanded', 'true')
  }
  return own
}

/** Goes to the page of a running build that nobody else's push shares, and gives its number; it may still be loading. */
export async function goToRunningBuild(page: Page): Promise<string> {
  await filterBy(page, 'state:running')
  // A row that was rebuilt links the entry of the log too.
  await (await expandOwn(page)).getByRole('link').first().click()
  const heading = page.getByRole('heading', { level: 1, name: /^Build \d+$/ })
  await expect(heading).toBeVisible()
  return (await heading.innerText()).replace('Build ', '')
}

/** The same, once the build has come: its heading stands before. */
export async function openRunningBuild(page: Page): Promise<string> {
  const build = await goToRunningBuild(page)
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible()
  return build
}

/** Shows the Activity drawer, and gives its entry about one thing. */
export async function activity(page: Page, about: string | RegExp): Promise<Locator> {
  const region = page.getByRole('region', { name: 'Activity' })
  if (!(await region.isVisible())) await page.getByRole('button', { name: /^Activity/ }).click()
  return region.getByRole('listitem').filter({ hasText: about }).first()
}

/** Lets time pass, step by step, until something says so: each step is a look of the page's at the farm. */
export async function passUntil(app: App, where: Locator, text: string | RegExp): Promise<void> {
  await expect(async () => {
    await app.pass(5)
    await expect(where).toContainText(text, { timeout: 300 })
  }).toPass({ timeout: 20_000, intervals: [0] })
}

/** The toolbar of what is selected and of batches under way. */
export const bulkBar = (page: Page): Locator => page.getByRole('toolbar', { name: 'Bulk actions' })

/** The job row that the keyboard stands on. */
const current = (page: Page): Promise<{ level: string | null; key: string | null }> =>
  page.evaluate(() => {
    const row = document.activeElement?.closest('[data-key]')
    return { level: row?.getAttribute('aria-level') ?? null, key: row?.getAttribute('data-key') ?? null }
  })

/** Opens pushes from the top, and selects the first jobs of the list: one by `x`, the rest as a range by `Shift+x`. */
export async function pickJobs(page: Page, wanted: number): Promise<void> {
  await pushes(page).first().focus()
  let lines = 0
  for (let step = 0; step < 6 * wanted; step++) {
    if ((await current(page)).level === '1') {
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => page.locator(':focus').getAttribute('aria-expanded')).toBe('true')
    } else {
      lines++
      if (lines === 1) await page.keyboard.press('x')
      // A merged job stands in two pushes and counts once: then one line more.
      else if (lines >= wanted) await page.keyboard.press('X')
      if (lines >= wanted && (await bulkBar(page).getByText(`${wanted} selected`).isVisible())) break
    }
    const { key } = await current(page)
    await page.keyboard.press('j')
    await expect.poll(async () => (await current(page)).key).not.toBe(key)
  }
  await expect(bulkBar(page)).toContainText(`${wanted} selected`)
}

/** Puts the tab behind others, or before them again. */
export const show = (page: Page, visibility: DocumentVisibilityState): Promise<void> =>
  page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, visibility)
