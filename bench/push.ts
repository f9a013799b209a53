import type { Browser } from '@playwright/test'
import type { FarmServer } from '../e2e/farmServer.ts'
import { freshPage } from './browser.ts'
import { framesOf } from './frames.ts'
import type { BigPush } from './pushFarm.ts'

/** Figures of one visit to a big push. */
export type PushRun = { list: PushView; matrix: PushView }

/** Milliseconds from the last byte of the push to the frame with its rows; and from each arrow key to the frame after it. */
type PushView = { paint: number; moves: number[] }

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

/** A visit to the push in both its forms, each in an empty profile. */
export const measurePush = async (browser: Browser, farm: FarmServer, push: BigPush): Promise<PushRun> => ({
  list: await openPush(browser, farm, push, 'list'),
  matrix: await openPush(browser, farm, push, 'matrix'),
})
