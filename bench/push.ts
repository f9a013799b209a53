import type { Browser } from '@playwright/test'
import type { FarmServer } from '../e2e/farmServer.ts'
import { bulkBar, pushes, showing } from '../e2e/words.ts'
import { freshPage } from './browser.ts'
import { framesOf } from './frames.ts'
import type { BigPush } from './pushFarm.ts'
import { traced } from './trace.ts'

/** Figures of one visit to a big push and of one bulk act on the day it belongs to. */
export type PushRun = {
  list: PushView
  matrix: PushView
  preview: Preview
  /** Picking everything of the day: the longest main-thread task. */
  pickAll: { jobs: number; task: number }
}

/** Milliseconds from the last byte of the push to the frame with its rows; and from each arrow key to the frame after it. */
type PushView = { paint: number; moves: number[] }

/** Targets, and milliseconds from the press to the frame that lists them. */
type Preview = { targets: number; took: number }

const ARROWS = 30

async function openPush(browser: Browser, farm: FarmServer, push: BigPush, view: 'list' | 'matrix'): Promise<PushView> {
  const page = await freshPage(browser)
  const path = `/buildapi/self-serve/try/rev/${push.revision}?format=json`
  await page.goto(`${farm.url}/try/rev/${push.revision}?view=${view}`, { waitUntil: 'commit' })
  const frames = await framesOf(page)
  await page.waitForFunction((watched) => watched.rows !== null, frames, { timeout: 60_000 })
  const arrived = await page.evaluate((name) => {
    const entry = performance.getEntriesByType('resource').find((one) => one.name.endsWith(name))
    return entry instanceof PerformanceResourceTiming ? entry.responseEnd : undefined
  }, path)
  const { rows } = await frames.jsonValue()
  if (arrived === undefined || rows === null) throw new Error('The push did not come')
  await page.waitForTimeout(1_000)
  if (view === 'list') await page.getByRole('grid', { name: 'Jobs' }).locator('[data-row]').first().focus()
  else
    await page
      .getByRole('grid', { name: /^Matrix of/ })
      .locator('[tabindex="0"]')
      .first()
      .focus()
  await frames.evaluate((watched) => void (watched.moves.length = 0))
  for (let press = 1; press <= ARROWS; press++) {
    await page.keyboard.press(view === 'matrix' && press % 3 > 0 ? 'ArrowRight' : 'ArrowDown')
    await page.waitForTimeout(60)
  }
  const { moves } = await frames.jsonValue()
  await page.close()
  return { paint: rows - arrived, moves }
}

/** Picks what waits and runs, push by push, until it is 200; opens the preview twice, since the first has to be fetched. */
async function bulk(browser: Browser, farm: FarmServer): Promise<Pick<PushRun, 'preview' | 'pickAll'>> {
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
  for (let step = 0; step < 400 && (await picked()) < 200; step++) {
    await page.keyboard.press('x')
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

/** A visit to the push in both its forms, and a bulk act, each in an empty profile. */
export async function measurePush(browser: Browser, farm: FarmServer, push: BigPush): Promise<PushRun> {
  return {
    list: await openPush(browser, farm, push, 'list'),
    matrix: await openPush(browser, farm, push, 'matrix'),
    ...(await bulk(browser, farm)),
  }
}
