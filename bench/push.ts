import type { Browser, JSHandle, Page } from '@playwright/test'
import type { FarmServer } from '../e2e/farmServer.ts'
import { freshPage } from './browser.ts'
import { framesOf } from './frames.ts'
import type { Frames } from './frames.ts'
import type { BigPush } from './pushFarm.ts'

/** Figures of one visit to a big push: as the page one begins with, in both its forms, and as one a link of the queue leads to. */
export type PushRun = { list: PushView; matrix: PushView; fromQueue: number }

/** Milliseconds from the last byte of the push to the frame with its rows; and from each arrow key to the frame after it. */
type PushView = { paint: number; moves: number[] }

const ARROWS = 30

/** Milliseconds from the last byte of the push to the first frame with its rows or cells, for which it waits. */
async function paintOf(page: Page, frames: JSHandle<Frames>, { revision }: BigPush): Promise<number> {
  await page.waitForFunction((watched) => watched.rows !== null, frames, { timeout: 60_000 })
  const arrived = await page.evaluate((name) => {
    const entry = performance.getEntriesByType('resource').find((one) => one.name.endsWith(name))
    return entry instanceof PerformanceResourceTiming ? entry.responseEnd : undefined
  }, `/buildapi/self-serve/try/rev/${revision}?format=json`)
  const { rows } = await frames.jsonValue()
  if (arrived === undefined || rows === null) throw new Error('The push did not come')
  return rows - arrived
}

async function openPush(browser: Browser, farm: FarmServer, push: BigPush, view: 'list' | 'matrix'): Promise<PushView> {
  const page = await freshPage(browser)
  await page.goto(`${farm.url}/try/rev/${push.revision}?view=${view}`, { waitUntil: 'commit' })
  const frames = await framesOf(page)
  const paint = await paintOf(page, frames, push)
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
  return { paint, moves }
}

/** Finds the push in the queue and follows its link, as most who come to it do. */
async function followLink(browser: Browser, farm: FarmServer, push: BigPush): Promise<number> {
  const page = await freshPage(browser)
  await page.goto(`${farm.url}/try?q=${push.revision}`, { waitUntil: 'commit' })
  const frames = await framesOf(page)
  const link = page.getByRole('link', { name: push.revision })
  await link.waitFor({ timeout: 60_000 })
  await page.waitForTimeout(2_000)
  await link.click()
  const paint = await paintOf(page, frames, push)
  await page.close()
  return paint
}

/** A visit to the push each way, each in an empty profile. */
export const measurePush = async (browser: Browser, farm: FarmServer, push: BigPush): Promise<PushRun> => ({
  list: await openPush(browser, farm, push, 'list'),
  matrix: await openPush(browser, farm, push, 'matrix'),
  fromQueue: await followLink(browser, farm, push),
})
