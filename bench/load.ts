import { gzipSync } from 'node:zlib'
import type { Browser, Page, Response } from '@playwright/test'
import { answered } from './answered.ts'
import { freshPage, open } from './browser.ts'
import type { Visit } from './browser.ts'
import { lists } from './farm.ts'
import { traced } from './trace.ts'

/** Milliseconds to fetch the day list and parse it, and nothing else, on a page of the same origin that holds nothing. */
export async function floor(browser: Browser, url: string): Promise<number> {
  const page = await freshPage(browser)
  await page.goto(`${url}/__farm/`)
  const took = await page.evaluate(async (list) => {
    const from = performance.now()
    JSON.parse(await (await fetch(list)).text())
    return performance.now() - from
  }, lists.day)
  await page.close()
  return took
}

export type Load = {
  /** Milliseconds from the request of the day list to the frame with the first rows, and to the one with all of them. */
  firstRows: number
  allRows: number
  /** The longest main-thread task until the first rows were painted, and from then until the page rests. */
  taskBefore: number
  taskAfter: number
}

/** Opens the queue of today in an empty profile and waits until it rests. */
export async function load(
  browser: Browser,
  url: string,
): Promise<{ visit: Visit; figures: Load; scripts: Response[] }> {
  const page = await freshPage(browser)
  const scripts: Response[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response)
  })
  const { result, tasks } = await traced(browser, page, async () => {
    const opened = await open(page, `${url}/try`)
    return { visit: opened, asked: (await answered(opened, 0)).dayAsked }
  })
  const { visit, asked } = result
  const paints = await visit.probe.evaluate((probe) => probe.paints)
  const first = paints.find(({ rows }) => rows > 0)
  const all = paints.find(({ count }) => count === paints.at(-1)?.count)
  if (!first || !all?.count) throw new Error('The queue showed no rows')
  return {
    visit,
    scripts,
    figures: {
      firstRows: first.at - asked,
      allRows: all.at - asked,
      taskBefore: tasks.between(0, first.at).longest,
      taskAfter: tasks.between(first.at, Infinity).longest,
    },
  }
}

/** Gzipped bytes of the JavaScript that a first view asks for, by the page itself and by its workers. */
export async function scriptSizes(page: Page, scripts: readonly Response[]): Promise<{ page: number; worker: number }> {
  const ofWorkers = new Set(page.workers().map((worker) => worker.url()))
  const sizes = { page: 0, worker: 0 }
  for (const [url, response] of new Map(scripts.map((script) => [script.url(), script])))
    sizes[ofWorkers.has(url) ? 'worker' : 'page'] += gzipSync(await response.body(), { level: 9 }).length
  return sizes
}
