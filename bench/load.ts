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
  script: Scripts
}

/** Opens the queue of today in an empty profile and waits until it rests. */
export async function load(browser: Browser, url: string): Promise<{ visit: Visit; figures: Load }> {
  const page = await freshPage(browser)
  const scripts: Response[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response)
  })
  const { result: visit, tasks } = await traced(browser, page, async () => {
    const opened = await open(page, `${url}/try`)
    await answered(opened, Object.values(lists), 0)
    return opened
  })
  const asked = await page.evaluate(
    (path) => performance.getEntriesByName(location.origin + path)[0]?.startTime,
    lists.day,
  )
  const paints = await visit.probe.evaluate((probe) => probe.paints)
  const first = paints.find(({ rows }) => rows > 0)
  const all = paints.find(({ count }) => count === paints.at(-1)?.count)
  if (asked === undefined || !first || !all?.count) throw new Error('The queue showed no rows')
  return {
    visit,
    figures: {
      firstRows: first.at - asked,
      allRows: all.at - asked,
      taskBefore: tasks.between(0, first.at).longest,
      taskAfter: tasks.between(first.at, Infinity).longest,
      script: await scriptSizes(page, scripts, first.at),
    },
  }
}

/** Gzipped bytes of JavaScript: what the page asked for before its first rows stood, what it asked for afterwards, and its worker. */
export type Scripts = { page: number; later: number; worker: number }

async function scriptSizes(page: Page, scripts: readonly Response[], firstRows: number): Promise<Scripts> {
  const ofWorkers = new Set(page.workers().map((worker) => worker.url()))
  const later = await page.evaluate(
    (at) => performance.getEntriesByType('resource').flatMap(({ name, startTime }) => (startTime > at ? [name] : [])),
    firstRows,
  )
  const sizes = { page: 0, later: 0, worker: 0 }
  for (const [url, response] of new Map(scripts.map((script) => [script.url(), script]))) {
    const part = ofWorkers.has(url) ? 'worker' : later.includes(url) ? 'later' : 'page'
    sizes[part] += gzipSync(await response.body(), { level: 9 }).length
  }
  return sizes
}
