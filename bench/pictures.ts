import { mkdirSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import type { FarmServer } from '../e2e/farmServer.ts'
import { startFarmServer } from '../e2e/farmServer.ts'
import { startBrowser } from './browser.ts'
import { scenes } from './scenes.ts'
import type { Stage } from './scenes.ts'

// `npm run pictures [-- name…]`: docs/pictures, of the live build before a farm with a fixed seed and time.

const folder = process.env['PICTURES'] ?? 'docs/pictures'
/** 14:03:10 of a Thursday at the farm. */
const now = Date.UTC(2015, 6, 16, 21, 3, 10) / 1000
const world = { now, scenario: 'calm', seed: 2, faults: [] }
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]

/** Comes about once for each size, and is taken in both themes. */
async function take(browser: Browser, farm: FarmServer, name: string, set: (stage: Stage) => Promise<void>) {
  for (const viewport of sizes) {
    await farm.order(world)
    const page = await browser.newPage({
      viewport,
      baseURL: farm.url,
      timezoneId: 'America/Los_Angeles',
      reducedMotion: 'reduce',
    })
    await page.clock.install({ time: now * 1000 })
    await set({
      page,
      farm,
      pass: async (seconds) => {
        await farm.order({ advance: seconds })
        await page.clock.fastForward(seconds * 1000)
      },
      open: async (path, scenario) => {
        if (scenario !== undefined) await farm.order({ scenario })
        await page.goto(path)
      },
    })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `${folder}/${name}-${viewport.width}-${colorScheme}.png` })
    }
    await page.close()
  }
}

const wanted = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const browser = await startBrowser()
const farm = await startFarmServer()
try {
  for (const [name, set] of Object.entries(scenes)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    await take(browser, farm, name, set)
    console.log(name)
  }
} finally {
  await browser.close()
  await farm.stop()
}
