import { chromium } from '@playwright/test'
import type { Browser, JSHandle, Page } from '@playwright/test'
import { findChromium } from '../e2e/ensure-chromium.mjs'
import { installProbe } from './probe.ts'
import type { Probe } from './probe.ts'

/** A page of the app that is watched. */
export type Visit = { page: Page; probe: JSHandle<Probe> }

export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium: run `node e2e/ensure-chromium.mjs`')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A page in a profile of its own, with nothing kept from before. */
export const freshPage = (browser: Browser): Promise<Page> =>
  browser.newPage({ viewport: { width: 1280, height: 800 } })

/** Goes to an address and watches it from the moment the browser has its first byte. */
export async function open(page: Page, url: string): Promise<Visit> {
  await page.goto(url, { waitUntil: 'commit' })
  return { page, probe: await page.evaluateHandle(installProbe) }
}

/** Waits until nothing has changed for `quiet` milliseconds, counted from now at the earliest. */
export async function settle({ page, probe }: Visit, quiet: number): Promise<void> {
  const since = await page.evaluate(() => performance.now())
  await page.waitForFunction(
    ({ watched, from, still }) => performance.now() - Math.max(from, watched.paints.at(-1)?.at ?? 0) > still,
    { watched: probe, from: since, still: quiet },
    { polling: 50, timeout: 120_000 },
  )
}
