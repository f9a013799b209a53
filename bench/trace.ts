import type { Browser, Page } from '@playwright/test'

/**
 * Main-thread work of a page in a span, in milliseconds: the longest task and the sum of all by the clock on the wall, and
 * what they had of a processor, which other programs on the machine do not lengthen.
 */
export type Work = { longest: number; total: number; processor: number }

/** Every task of a page's main thread while something was done. */
export type Tasks = {
  /** `from` and `to` as the page's `performance.now()`. */
  between: (from: number, to: number) => Work
}

type TraceEvent = { name: string; ph: string; pid: number; tid: number; ts: number; dur?: number; tdur?: number }

const mark = 'self-serve-bench'

/** Does something and tells what it cost the main thread. Tracing tasks alone is cheap; long-task entries begin at 50 ms. */
export async function traced<T>(
  browser: Browser,
  page: Page,
  run: () => Promise<T>,
): Promise<{ result: T; tasks: Tasks }> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] })
  const result = await run()
  // The same moment in both clocks.
  const markedAt = await page.evaluate((name) => performance.mark(name).startTime, mark)
  const trace = await browser.stopTracing()
  // Chromium's own format; what is used of it is checked below.
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] }
  const marked = traceEvents.findLast(({ name }) => name === mark)
  if (!marked) throw new Error('The trace holds no mark: is this Chromium?')
  const tasks = traceEvents
    .filter(
      ({ name, ph, pid, tid }) => name.endsWith('RunTask') && ph === 'X' && pid === marked.pid && tid === marked.tid,
    )
    .map(({ ts, dur = 0, tdur = 0 }) => ({
      at: markedAt + (ts - marked.ts) / 1000,
      took: dur / 1000,
      ran: tdur / 1000,
    }))
  if (tasks.length === 0) throw new Error('The trace holds no tasks: is this Chromium?')
  return {
    result,
    tasks: {
      between(from, to) {
        const within = tasks.filter(({ at, took }) => at + took > from && at < to)
        return {
          longest: within.reduce((most, { took }) => Math.max(most, took), 0),
          total: within.reduce((sum, { took }) => sum + took, 0),
          processor: within.reduce((sum, { ran }) => sum + ran, 0),
        }
      },
    },
  }
}
