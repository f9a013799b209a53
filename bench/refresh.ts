import type { Browser } from '@playwright/test'
import type { FarmServer } from '../e2e/farmServer.ts'
import { answered } from './answered.ts'
import type { Visit } from './browser.ts'
import { changesBetween, warm } from './farm.ts'
import type { DayList } from './farm.ts'
import { traced } from './trace.ts'

/** `total`: all the main thread did from the first request to the last frame; `task`: the longest of it. Milliseconds. */
export type Refresh = { total: number; task: number; changes: number }

/** A minute: as long as the farm keeps a day list, so no list can have fewer changes than a minute's. */
const LATER = 60.5

/** Moves farm and page on by a minute, and lets the page ask again by itself. */
export async function refresh(browser: Browser, farm: FarmServer, visit: Visit, before: DayList): Promise<Refresh> {
  const { page, probe } = visit
  await farm.order({ advance: LATER })
  const changes = changesBetween(before, await warm(farm))
  const { result, tasks } = await traced(browser, page, async () => {
    await page.getByRole('button', { name: 'Pause updates' }).click()
    await page.evaluate((seconds) => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + seconds * 1000
    }, LATER)
    await page.getByRole('button', { name: 'Resume updates' }).click()
    const { asked } = await answered(visit, 1)
    const paints = await probe.evaluate((watched) => watched.paints)
    return { from: asked, to: paints.at(-1)?.at ?? 0 }
  })
  const { total, longest } = tasks.between(result.from, result.to)
  return { total, task: longest, changes }
}
