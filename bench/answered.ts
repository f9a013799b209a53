import { settle } from './browser.ts'
import type { Visit } from './browser.ts'

/**
 * Waits for the `nth` answer (from 0) of each of `paths`, and until what came of it has been drawn and the page rests.
 * Gives when the first of them was asked for, as `performance.now()` of the page.
 */
export async function answered(
  { page, probe }: Visit,
  paths: readonly string[],
  nth: number,
): Promise<{ asked: number }> {
  const handle = await page.waitForFunction(
    ({ watched, wanted, at }) => {
      const entries = wanted
        .map((path) => performance.getEntriesByName(location.origin + path)[at])
        .filter((entry) => entry instanceof PerformanceResourceTiming)
      if (entries.length < wanted.length) return null
      const arrived = Math.max(...entries.map((entry) => entry.responseEnd))
      const drawn = watched.paints.some((paint) => paint.at > arrived && paint.rows > 0)
      return drawn ? { asked: Math.min(...entries.map((entry) => entry.startTime)) } : null
    },
    { watched: probe, wanted: paths, at: nth },
    { polling: 200, timeout: 120_000 },
  )
  const answer = await handle.jsonValue()
  if (answer === null) throw new Error('The lists did not arrive')
  await settle({ page, probe }, 1_500)
  return answer
}
