import { cpus, loadavg } from 'node:os'
import { freshPage, startBrowser } from './browser.ts'
import { measureBulk } from './bulk.ts'
import type { BulkRun } from './bulk.ts'
import { startFarm } from './farm.ts'
import { measure } from './measure.ts'
import type { Run } from './measure.ts'
import { measurePush } from './push.ts'
import type { PushRun } from './push.ts'
import { growPush } from './pushFarm.ts'
import { floorOf, printBulkReport, printPushReport, printReport } from './report.ts'

// `npm run bench [-- --quick]`: what the live build costs in a real browser, before a farm behind real HTTP.
// Only a failure to measure is an error: how fast this machine is says nothing about right and wrong.

const runs = process.argv.includes('--quick') ? 1 : 5

const browser = await startBrowser()
console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Chromium ${browser.version()}, Node ${process.version}`,
)
/** The bench alone brings it to about 1.5: above 3, others were at work and times say little. */
const load = () => loadavg()[0]?.toFixed(1) ?? '?'
const loadBefore = load()
try {
  for (const scenario of ['busy', 'huge'] as const) {
    const farm = await startFarm(scenario)
    try {
      // The browser's first pages pay for its own start.
      await (await freshPage(browser)).goto(farm.url)
      const measured: Run[] = []
      for (let run = 0; run < runs; run++) measured.push(await measure(browser, farm, run % 2 === 1))
      printReport(scenario, measured)
      const bulks: BulkRun[] = []
      for (let run = 0; run < runs; run++) bulks.push(await measureBulk(browser, farm))
      printBulkReport(scenario, bulks)
      if (scenario === 'huge') continue
      // Last, since it changes the world.
      const push = await growPush(farm)
      const visits: PushRun[] = []
      for (let run = 0; run < runs; run++) visits.push(await measurePush(browser, farm, push))
      printPushReport(scenario, push, visits, floorOf(measured))
    } finally {
      await farm.stop()
    }
  }
  console.log(`\nLoad of the machine: ${loadBefore} before, ${load()} after`)
} finally {
  await browser.close()
}
