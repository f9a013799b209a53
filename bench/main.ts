import { cpus, loadavg } from 'node:os'
import type { Browser } from '@playwright/test'
import type { FarmServer } from '../e2e/farmServer.ts'
import { freshPage, startBrowser } from './browser.ts'
import { biggestPush, startFarm, warm } from './farm.ts'
import { opening, scrolling, typing } from './hands.ts'
import { floor, load, scriptSizes } from './load.ts'
import { heaps } from './memory.ts'
import { refresh } from './refresh.ts'
import { printReport } from './report.ts'

// `npm run bench [-- --quick]`: what the live build costs in a real browser, before a farm behind real HTTP.
// Only a failure to measure is an error: how fast this machine is says nothing about right and wrong.

const runs = process.argv.includes('--quick') ? 1 : 5

/** All figures of one visit to the queue. */
export type Run = Awaited<ReturnType<typeof measure>>

async function measure(browser: Browser, farm: FarmServer, appFirst: boolean) {
  // Lists made now stay the farm's answer for the minute that this takes.
  await farm.order({ advance: 61 })
  const list = await warm(farm)
  const early = appFirst ? null : await floor(browser, farm.url)
  const { visit, figures, scripts } = await load(browser, farm.url)
  const { page } = visit
  const script = await scriptSizes(page, scripts)
  const heap = await heaps(page)
  const elements = await page.evaluate(() => document.getElementsByTagName('*').length)
  const refreshed = await refresh(browser, farm, visit, list)
  await page.getByRole('button', { name: 'Pause updates' }).click()
  const scrolled = await scrolling(browser, visit)
  const typed = await typing(browser, visit)
  const opened = await opening(visit, biggestPush(list))
  await page.close()
  return {
    list: { rows: list.rows.size, bytes: list.bytes },
    floor: early ?? (await floor(browser, farm.url)),
    load: figures,
    script,
    heap,
    elements,
    refreshed,
    scrolled,
    typed,
    opened,
  }
}

const browser = await startBrowser()
console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Chromium ${browser.version()}, Node ${process.version}; ` +
    `load of the machine at the start: ${loadavg()[0]?.toFixed(1) ?? '?'}`,
)
try {
  for (const scenario of ['busy', 'huge'] as const) {
    const farm = await startFarm(scenario)
    try {
      // The browser's first pages pay for its own start.
      await (await freshPage(browser)).goto(farm.url)
      const measured: Run[] = []
      for (let run = 0; run < runs; run++) measured.push(await measure(browser, farm, run % 2 === 1))
      printReport(scenario, measured)
    } finally {
      await farm.stop()
    }
  }
} finally {
  await browser.close()
}
