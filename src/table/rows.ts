import type { Job } from '../domain/job.ts'
import { jobStates } from '../domain/state.ts'
import type { JobTable } from './jobTable.ts'

const SUPERSEDED = jobStates.indexOf('superseded')

/** The first place in ascending `order` whose id is not below `id`. */
function lowerBound(order: Int32Array, ids: Float64Array, id: number): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[order[middle] ?? 0] ?? 0) < id) low = middle + 1
    else high = middle
  }
  return low
}

/** The row of a build, or null. */
export function rowOfBuild(table: JobTable, build: number): number | null {
  const row = table.byBuild[lowerBound(table.byBuild, table.columns.buildId, build)]
  return row !== undefined && table.columns.buildId[row] === build ? row : null
}

/** The row whose requests hold position `at` of the request columns. */
function rowOfPosition(starts: Int32Array, at: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * The row that serves a request now: the one that waits or runs, else its last attempt; null when it is in none.
 * A retried request stands in several rows (surprise 29).
 */
export function rowOfRequest(table: JobTable, request: number): number | null {
  const { byRequest, columns } = table
  let best: number | null = null
  let bestRank = -Infinity
  for (let place = lowerBound(byRequest, columns.requestId, request); place < byRequest.length; place++) {
    const at = byRequest[place] ?? 0
    if (columns.requestId[at] !== request) break
    const row = rowOfPosition(columns.requestStart, at)
    const attempt = columns.state[row] === SUPERSEDED
    const started = columns.started[row] ?? NaN
    const rank = attempt ? (Number.isNaN(started) ? 0 : started) : Number.MAX_VALUE
    if (rank > bestRank) [best, bestRank] = [row, rank]
  }
  return best
}

/** The rows that serve requests of `jobs` now, where they are of another list, whose build ids may differ. */
export const rowsOfJobs = (table: JobTable, jobs: Iterable<Job>): Set<number> =>
  new Set(
    Array.from(jobs, ({ requests }) =>
      requests.flatMap(({ requestId }) => rowOfRequest(table, requestId) ?? []),
    ).flat(),
  )

/**
 * The row a key names: `b<build id>`, or `r<request id>`, which also finds the build that serves the request by now,
 * so that focus and selection survive a job's start. Null when the list has it no more.
 */
export function rowOfKey(table: JobTable, key: string): number | null {
  const id = Number(key.slice(1))
  if (!Number.isSafeInteger(id) || key.length < 2) return null
  return key.startsWith('b') ? rowOfBuild(table, id) : key.startsWith('r') ? rowOfRequest(table, id) : null
}
