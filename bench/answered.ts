import { settle } from './browser.ts'
import type { Visit } from './browser.ts'
import { lists } from './farm.ts'

/** When the lists were first asked for and when the last of them had arrived: `performance.now()` of the page. */
export type Answers = { asked: number; dayAsked: number; arrived: number }

/** Waits for the `nth` answer of each list (from 0), and until what came of it has been drawn and the page rests. */
export async function answered({ page, probe }: Visit, nth: number): Promise<Answers> {
  const handle = await page.waitForFunction(
    ({ watched, paths, at }) => {
      const [day, ...others] = paths.map((path) => performance.getEntriesByName(location.origin + path)[at])
      if (!(day instanceof PerformanceResourceTiming)) return null
      const entries = [day, ...others].filter((entry) => entry instanceof PerformanceResourceTiming)
      if (entries.length < paths.length) return null
      const asked = Math.min(...entries.map((entry) => entry.startTime))
      const arrived = Math.max(...entries.map((entry) => entry.responseEnd))
      const drawn = watched.paints.some((paint) => paint.at > day.responseEnd && paint.rows > 0)
      return drawn ? { asked, dayAsked: day.startTime, arrived } : null
    },
    { watched: probe, paths: [lists.day, lists.pending, lists.running], at: nth },
    { polling: 50, timeout: 120_000 },
  )
  const answers = await handle.jsonValue()
  if (answers === null) throw new Error('The lists did not arrive')
  await settle({ page, probe }, 1_500)
  return answers
}
