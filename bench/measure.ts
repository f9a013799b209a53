import type { Browser } from '@playwright/test'
import type { FarmServer } from '../e2e/farmServer.ts'
import { biggestPush, readLists } from './farm.ts'
import { opening, scrolling, typing } from './hands.ts'
import { floor, load } from './load.ts'
import { heaps } from './memory.ts'
import { refreshes } from './refresh.ts'

/** All figures of one visit to the queue, and the floor beside it. */
export type Run = Awaited<ReturnType<typeof measure>>

/** One visit in an empty profile. `appFirst`: before the floor is measured or after, to be alternated. */
export async function measure(browser: Browser, farm: FarmServer, appFirst: boolean) {
  // Lists made now stay the farm's answer for the minute that this takes.
  await farm.order({ advance: 61 })
  const before = await readLists(farm)
  const early = appFirst ? null : await floor(browser, farm.url)
  const { visit, figures } = await load(browser, farm.url)
  const { page } = visit
  const heap = await heaps(page)
  const elements = await page.evaluate(() => document.getElementsByTagName('*').length)
  const refreshed = await refreshes(browser, farm, visit, before)
  await page.getByRole('button', { name: 'Pause updates' }).click()
  const scrolled = await scrolling(browser, visit)
  const typed = await typing(browser, visit)
  const opened = await opening(visit, biggestPush(before.day))
  await page.close()
  return {
    list: { rows: before.day.size, bytes: before.bytes },
    floor: early ?? (await floor(browser, farm.url)),
    load: figures,
    heap,
    elements,
    refreshed,
    scrolled,
    typed,
    opened,
  }
}
