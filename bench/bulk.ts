import type { Browser } from '@playwright/test'
import type { FarmServer } from '../e2e/farmServer.ts'
import { bulkBar, pushes, showing } from '../e2e/words.ts'
import { freshPage } from './browser.ts'
import { framesOf } from './frames.ts'
import { traced } from './trace.ts'

/** Figures of acts on many jobs of a day. */
export type BulkRun = {
  /** Targets, and milliseconds from the press to the frame that lists them. */
  preview: { targets: number; took: number }
  /** Picking everything of the day: the longest main-thread task, milliseconds. */
  pickAll: { jobs: number; task: number }
}

/** More are refused unlisted (`domain/guard`); fewer than these say little. */
const TARGETS = { least: 180, most: 200 }

/** Picks what waits and runs, push by push, until it is some 200; opens the preview again and again, since the first has to be fetched. */
export async function measureBulk(browser: Browser, farm: FarmServer): Promise<BulkRun> {
  const page = await freshPage(browser)
  await page.goto(`${farm.url}/try?q=state%3Apending%2Crunning`, { waitUntil: 'commit' })
  const frames = await framesOf(page)
  await showing(page).waitFor({ timeout: 120_000 })
  await pushes(page).first().focus()
  // The keys that pick come in the first pause.
  await page.waitForTimeout(2_000)
  const bar = bulkBar(page)
  const picked = async () =>
    (await bar.isVisible()) ? Number(/([\d,]+) selected/.exec(await bar.innerText())?.[1]?.replaceAll(',', '') ?? 0) : 0
  for (let step = 0; step < 400 && (await picked()) < TARGETS.least; step++) {
    await page.keyboard.press('x')
    // A big push is put back.
    if ((await picked()) > TARGETS.most) await page.keyboard.press('x')
    await page.keyboard.press('j')
  }
  const targets = await picked()
  const took: number[] = []
  for (let time = 0; time < 4; time++) {
    await bar.getByRole('button', { name: 'Cancel selected' }).click()
    await page.waitForFunction((watched) => watched.dialog !== null, frames, { timeout: 60_000 })
    took.push((await frames.jsonValue()).dialog ?? NaN)
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').waitFor({ state: 'hidden' })
  }
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page.getByRole('button', { name: 'Clear filters' }).waitFor({ state: 'hidden' })
  // The list follows the field.
  await page.waitForTimeout(2_000)
  const all = bar.getByRole('button', { name: /^Select all [\d,]+ matching$/ })
  const jobs = Number(/[\d,]+/.exec(await all.innerText())?.[0].replaceAll(',', '') ?? 0)
  const { tasks } = await traced(browser, page, async () => {
    await all.click()
    await bar.getByText(`${jobs.toLocaleString('en')} selected`).waitFor()
  })
  await page.close()
  return {
    preview: { targets, took: took.slice(1).reduce((sum, one) => sum + one, 0) / (took.length - 1) },
    pickAll: { jobs, task: tasks.between(0, Infinity).longest },
  }
}
