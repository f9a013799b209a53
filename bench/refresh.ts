import type { Browser } from '@playwright/test'
import type { FarmServer } from '../e2e/farmServer.ts'
import { answered } from './answered.ts'
import type { Visit } from './browser.ts'
import { changesBetween, lists, readLists } from './farm.ts'
import type { Lists } from './farm.ts'
import { traced } from './trace.ts'
import type { Work } from './trace.ts'

/** What the main thread did from the first request to the last frame; `changes`: rows of the lists that differ. */
export type Refresh = { work: Work; changes: number }

/**
 * Two refreshes as they come in turn: what waits and runs after half a minute, the day list after a whole one. No day
 * list has fewer changes than a minute's, since the farm keeps it as long.
 */
export async function refreshes(
  browser: Browser,
  farm: FarmServer,
  visit: Visit,
  before: Lists,
): Promise<{ now: Refresh; day: Refresh }> {
  const between = await later(farm, visit, 33.5)
  const now = await resumed(browser, visit, [lists.pending, lists.running])
  const after = await later(farm, visit, 27)
  const day = await resumed(browser, visit, [lists.day])
  return {
    now: { work: now, changes: changesBetween(before.now, between.now) },
    day: { work: day, changes: changesBetween(before.day, after.day) },
  }
}

/** Moves farm and page on, polling at rest, and has the farm prepare its answers. */
async function later(farm: FarmServer, { page }: Visit, seconds: number): Promise<Lists> {
  await page.getByRole('button', { name: 'Pause updates' }).click()
  await page.evaluate((by) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + by * 1000
  }, seconds)
  await farm.order({ advance: seconds })
  return readLists(farm)
}

/** Lets the page poll again, which asks for `due`. */
async function resumed(browser: Browser, visit: Visit, due: readonly string[]): Promise<Work> {
  const { page, probe } = visit
  const { result, tasks } = await traced(browser, page, async () => {
    await page.getByRole('button', { name: 'Resume updates' }).click()
    const { asked } = await answered(visit, due, 1)
    const paints = await probe.evaluate((watched) => watched.paints)
    return { from: asked, to: paints.at(-1)?.at ?? 0 }
  })
  return tasks.between(result.from, result.to)
}
