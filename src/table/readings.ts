import type { Wait } from '../domain/expectedStart.ts'
import type { Job } from '../domain/job.ts'
import type { MatrixItem } from '../domain/matrix.ts'
import { shortRevision } from '../domain/revision.ts'
import { jobStates } from '../domain/state.ts'
import { builderAt, jobAt, keyAt } from './jobTable.ts'
import type { JobTable } from './jobTable.ts'
import { leakAt } from './push.ts'

/**
 * What the domain's questions need of a table, without making a job of each of its 100,000 rows: rows are chosen on the
 * columns, and only those few become jobs.
 */

const PENDING = jobStates.indexOf('pending')
const RUNNING = jobStates.indexOf('running')

/** A row as a job whose requests all tell a branch: what only `/pending` and `/running` tell is listed under the table's. */
function jobOnBranch(table: JobTable, row: number): Job {
  const job = jobAt(table, row)
  if (job.branch !== null && job.requests.every(({ branch }) => branch !== null)) return job
  const branch = job.branch ?? table.branch
  return { ...job, branch, requests: job.requests.map((one) => ({ ...one, branch: one.branch ?? branch })) }
}

/**
 * Rows that a cancel of `rows`, or of a whole revision, may touch, for `blastRadius`: what is active of the revision,
 * and builds that run for the same builders, since they may serve others too (contract surprise 31).
 */
export function jobsAround(table: JobTable, aim: { rows: Iterable<number> } | { revision: string }): Job[] {
  const { state, builder } = table.columns
  const chosen = new Set<number>('rows' in aim ? aim.rows : activeOf(table, aim.revision))
  const builders = new Uint8Array(table.strings.length)
  for (const row of chosen) builders[builder[row] ?? 0] = 1
  for (let row = 0; row < table.rows; row++) {
    if (state[row] === RUNNING && builders[builder[row] ?? 0] === 1) chosen.add(row)
  }
  return Array.from(chosen, (row) => jobOnBranch(table, row))
}

/** Rows that wait or run and serve a request of the revision. */
function activeOf(table: JobTable, revision: string): number[] {
  const { state, requestStart, requestRevision } = table.columns
  const name = table.strings.indexOf(shortRevision(revision))
  const rows: number[] = []
  if (name < 0) return rows
  for (let row = 0; row < table.rows; row++) {
    if (state[row] !== PENDING && state[row] !== RUNNING) continue
    const end = requestStart[row + 1] ?? 0
    for (let at = requestStart[row] ?? 0; at < end; at++) {
      if (requestRevision[at] === name) {
        rows.push(row)
        break
      }
    }
  }
  return rows
}

/** All rows of a builder, for `rebuiltBy`: of 100,000 rows they are a few. */
export function jobsOfBuilder(table: JobTable, name: string): Job[] {
  const id = table.strings.indexOf(name)
  const jobs: Job[] = []
  for (let row = 0; row < table.rows; row++) if (table.columns.builder[row] === id) jobs.push(jobAt(table, row))
  return jobs
}

/** Rows of the same builders at the same revisions as `jobs`, for `linkRebuilds`: what their rebuilds are among. */
export function attemptsAt(table: JobTable, jobs: readonly Pick<Job, 'builder' | 'requests'>[]): Job[] {
  const { builder, requestStart, requestRevision } = table.columns
  const builders = new Set(jobs.map((job) => job.builder))
  const revisions = new Set(jobs.flatMap(({ requests }) => requests.map(({ revision }) => revision)))
  const isBuilder = Uint8Array.from(table.strings, (text) => (builders.has(text) ? 1 : 0))
  const isRevision = Uint8Array.from(table.strings, (text) => (revisions.has(text) ? 1 : 0))
  const found: Job[] = []
  for (let row = 0; row < table.rows; row++) {
    if (isBuilder[builder[row] ?? 0] !== 1) continue
    const end = requestStart[row + 1] ?? 0
    for (let at = requestStart[row] ?? 0; at < end; at++) {
      const name = requestRevision[at] ?? -1
      if (name < 0 ? !revisions.has(null) : isRevision[name] !== 1) continue
      found.push(jobAt(table, row))
      break
    }
  }
  return found
}

/** All rows that wait, for `waitingOf` and `queuePlace`. */
export function pendingJobs(table: JobTable): Job[] {
  const jobs: Job[] = []
  for (let row = 0; row < table.rows; row++) if (table.columns.state[row] === PENDING) jobs.push(jobAt(table, row))
  return jobs
}

/** Rows as the matrix takes them. */
export function matrixItems(table: JobTable, rows: Iterable<number>): MatrixItem[] {
  const { state, result, submitted, started } = table.columns
  return Array.from(rows, (row): MatrixItem => {
    const code = result[row] ?? -1
    const start = started[row] ?? NaN
    return {
      key: keyAt(table, row),
      builder: builderAt(table, row),
      state: jobStates[state[row] ?? 0] ?? 'pending',
      result: code < 0 ? null : code,
      submitted: submitted[row] ?? 0,
      started: Number.isNaN(start) ? null : start,
      leak: leakAt(table, row),
    }
  })
}

/**
 * How long work waited for its claim, for `expectedStart` and `backtest`; of one builder, or of all. Attempts that were
 * given back are left out: they show the claim of the request's next one, after their own start.
 */
export function waitsOf(table: JobTable, builder?: string): Wait[] {
  const { builder: builders, started, claimed, submitted } = table.columns
  const only = builder === undefined ? null : table.strings.indexOf(builder)
  const waits: Wait[] = []
  for (let row = 0; row < table.rows; row++) {
    const at = claimed[row] ?? NaN
    if (Number.isNaN(at) || (started[row] ?? NaN) < at || (only !== null && builders[row] !== only)) continue
    waits.push({ builder: builderAt(table, row), submitted: submitted[row] ?? 0, claimed: at })
  }
  return waits
}

/** When work of each builder was last claimed (seconds since epoch), for `lastClaim`; a start where no claim is told. */
export function lastClaims(table: JobTable): ReadonlyMap<string, number> {
  const { builder, claimed, started } = table.columns
  const last = new Float64Array(table.strings.length)
  for (let row = 0; row < table.rows; row++) {
    const at = claimed[row] ?? NaN
    const when = Number.isNaN(at) ? (started[row] ?? NaN) : at
    const id = builder[row] ?? 0
    if (when > (last[id] ?? 0)) last[id] = when
  }
  const claims = new Map<string, number>()
  for (const [id, when] of last.entries()) if (when > 0) claims.set(table.strings[id] ?? '', when)
  return claims
}
