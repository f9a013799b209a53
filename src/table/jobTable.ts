import { jobStates } from '../domain/state.ts'
import type { Job, ServedRequest } from '../domain/job.ts'

/**
 * Rows of work as columns: position is the row. Times are seconds since epoch, NaN where none.
 * Names are ids into `strings`, -1 where none. Typed arrays only, so that a worker can hand them over without a copy.
 */
export type JobColumns = {
  /** -1 for a request that has no build yet. */
  buildId: Float64Array
  builder: Int32Array
  /** First 12 characters, lower case. */
  revision: Int32Array
  /** The sourcestamp's branch as the farm spells it. */
  branch: Int32Array
  /** Index in `jobStates` of the domain. */
  state: Uint8Array
  /** -1 unless finished with a result. */
  result: Int16Array
  submitted: Float64Array
  claimed: Float64Array
  started: Float64Array
  ended: Float64Array
  /** NaN where not told (rows known only from `/pending` and `/running`). */
  priority: Float64Array
  reason: Int32Array
  master: Int32Array
  /** The builder's own running number, -1 without a build. */
  number: Float64Array
  /** Requests of row `r` stand at `requestStart[r]` up to, not including, `requestStart[r + 1]`. */
  requestStart: Int32Array
  requestId: Float64Array
  requestRevision: Int32Array
  requestBranch: Int32Array
  requestPriority: Float64Array
  requestReason: Int32Array
  requestSubmitted: Float64Array
}

/** Pushes as columns, newest first. Read with `pushAt`; a merged build stands in every push it serves. */
export type PushColumns = {
  revision: Int32Array
  /** Push time: the earliest submit time of its work. */
  submitted: Float64Array
  /** The last end time of its work, NaN while nothing has ended. */
  lastEnd: Float64Array
  /** `slots.length` numbers per push. */
  counts: Int32Array
  /** Id of the branch whose work this is, where all of it leaked in from one; else -1. */
  leak: Int32Array
  /** Rows of push `p`, worst first, stand in `rows` at `start[p]` up to `start[p + 1]`. */
  start: Int32Array
  rows: Int32Array
  /** Two numbers per push: a hash of all that can be seen of it. */
  hash: Int32Array
}

/**
 * All the work of one list (a day of a branch, or one push), immutable. The same data keep the same object from
 * refresh to refresh, so identity is the test for "nothing changed".
 */
export type JobTable = {
  /** The short branch name it was asked for. */
  branch: string
  rows: number
  columns: JobColumns
  strings: readonly string[]
  pushes: PushColumns
  /** Distinct jobs by slot: a merged build counts once. */
  totals: Int32Array
  /** Rows by build id, and positions in the request columns by request id, both ascending: for binary search. */
  byBuild: Int32Array
  byRequest: Int32Array
  /** Rows that fit no schema, left out; `first` names the first misfit ("row 17: priority is not a number"). */
  dropped: { rows: number; first: string | null }
  /** A hash of everything above: equal versions show the same. */
  version: string
}

const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value)
const textAt = (table: JobTable, id: number | undefined): string | null => table.strings[id ?? -1] ?? null

/** The builder's name of a row. */
export const builderAt = (table: JobTable, row: number): string => textAt(table, table.columns.builder[row]) ?? ''

/** `b<build id>` or `r<request id>`: what names the row over refreshes. */
export function keyAt(table: JobTable, row: number): string {
  const { buildId, requestStart, requestId } = table.columns
  const build = buildId[row] ?? -1
  return build >= 0 ? `b${build}` : `r${requestId[requestStart[row] ?? 0] ?? 0}`
}

/** One row as the domain's job. Throws RangeError for a row that is not there. */
export function jobAt(table: JobTable, row: number): Job {
  const { columns } = table
  const state = jobStates[columns.state[row] ?? -1]
  if (state === undefined) throw new RangeError(`no row ${row} of ${table.rows}`)
  const result = columns.result[row] ?? -1
  const build = columns.buildId[row] ?? -1
  const number = columns.number[row] ?? -1
  return {
    key: keyAt(table, row),
    builder: builderAt(table, row),
    revision: textAt(table, columns.revision[row]),
    branch: textAt(table, columns.branch[row]),
    state,
    result: result < 0 ? null : result,
    buildId: build < 0 ? null : build,
    number: number < 0 ? null : number,
    master: textAt(table, columns.master[row]),
    submitted: columns.submitted[row] ?? 0,
    claimed: orNull(columns.claimed[row] ?? NaN),
    started: orNull(columns.started[row] ?? NaN),
    ended: orNull(columns.ended[row] ?? NaN),
    priority: orNull(columns.priority[row] ?? NaN),
    reason: textAt(table, columns.reason[row]),
    requests: requestsAt(table, row),
  }
}

function requestsAt(table: JobTable, row: number): ServedRequest[] {
  const { columns } = table
  const requests: ServedRequest[] = []
  for (let at = columns.requestStart[row] ?? 0; at < (columns.requestStart[row + 1] ?? 0); at++) {
    requests.push({
      requestId: columns.requestId[at] ?? 0,
      revision: textAt(table, columns.requestRevision[at]),
      branch: textAt(table, columns.requestBranch[at]),
      priority: orNull(columns.requestPriority[at] ?? NaN),
      reason: textAt(table, columns.requestReason[at]),
      submitted: columns.requestSubmitted[at] ?? 0,
    })
  }
  return requests
}
