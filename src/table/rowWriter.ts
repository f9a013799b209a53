import { jobStates } from '../domain/state.ts'
import type { Job } from '../domain/job.ts'
import type { JobColumns } from './jobTable.ts'

/** Names as numbers: each distinct text is kept once. Shared by all that is read for one table. */
export class Interner {
  readonly strings: string[] = []
  readonly #ids = new Map<string, number>()

  /** -1 for null. */
  id(text: string | null): number {
    if (text === null) return -1
    const known = this.#ids.get(text)
    if (known !== undefined) return known
    const id = this.strings.push(text) - 1
    this.#ids.set(text, id)
    return id
  }
}

/** Rows in columns, with the names their numbers stand for. */
export type Rows = { count: number; columns: JobColumns; names: Interner }

/** Writes jobs into columns that have room for `rows` jobs and `requests` requests. */
export class RowWriter {
  readonly #columns: JobColumns
  readonly #names: Interner
  #row = 0
  #request = 0

  constructor(rows: number, requests: number, names: Interner) {
    this.#columns = emptyColumns(rows, requests)
    this.#names = names
  }

  add(job: Job): void {
    const to = this.#columns
    const row = this.#row++
    to.buildId[row] = job.buildId ?? -1
    to.builder[row] = this.#names.id(job.builder)
    to.revision[row] = this.#names.id(job.revision)
    to.branch[row] = this.#names.id(job.branch)
    to.state[row] = jobStates.indexOf(job.state)
    to.result[row] = job.result ?? -1
    to.submitted[row] = job.submitted
    to.claimed[row] = job.claimed ?? NaN
    to.started[row] = job.started ?? NaN
    to.ended[row] = job.ended ?? NaN
    to.priority[row] = job.priority ?? NaN
    to.reason[row] = this.#names.id(job.reason)
    to.master[row] = this.#names.id(job.master)
    to.number[row] = job.number ?? -1
    for (const request of job.requests) {
      const at = this.#request++
      to.requestId[at] = request.requestId
      to.requestRevision[at] = this.#names.id(request.revision)
      to.requestBranch[at] = this.#names.id(request.branch)
      to.requestPriority[at] = request.priority ?? NaN
      to.requestReason[at] = this.#names.id(request.reason)
      to.requestSubmitted[at] = request.submitted
    }
    to.requestStart[row + 1] = this.#request
  }

  /** Copies rows `start` up to, not including, `end` of columns that share our names. */
  copy(from: JobColumns, start: number, end: number): void {
    const to = this.#columns
    const first = from.requestStart[start] ?? 0
    const last = from.requestStart[end] ?? first
    for (const name of rowNames) to[name].set(from[name].subarray(start, end), this.#row)
    for (const name of requestNames) to[name].set(from[name].subarray(first, last), this.#request)
    const shift = this.#request - first
    for (let row = start; row < end; row++) to.requestStart[++this.#row] = (from.requestStart[row + 1] ?? last) + shift
    this.#request += last - first
  }

  finish(): Rows {
    const columns = { ...this.#columns, requestStart: this.#columns.requestStart.slice(0, this.#row + 1) }
    cut(columns, rowNames, this.#row)
    cut(columns, requestNames, this.#request)
    return { count: this.#row, columns, names: this.#names }
  }
}

const rowNames = [
  'buildId',
  'builder',
  'revision',
  'branch',
  'state',
  'result',
  'submitted',
  'claimed',
  'started',
  'ended',
  'priority',
  'reason',
  'master',
  'number',
] as const satisfies (keyof JobColumns)[]

const requestNames = [
  'requestId',
  'requestRevision',
  'requestBranch',
  'requestPriority',
  'requestReason',
  'requestSubmitted',
] as const satisfies (keyof JobColumns)[]

function cut(columns: JobColumns, names: readonly (keyof JobColumns)[], length: number): void {
  // Each column is replaced by a shorter one of its own kind, which a union of kinds cannot say.
  const loose = columns as Record<keyof JobColumns, JobColumns[keyof JobColumns]>
  for (const name of names) if (loose[name].length > length) loose[name] = loose[name].slice(0, length)
}

const emptyColumns = (rows: number, requests: number): JobColumns => ({
  buildId: new Float64Array(rows),
  builder: new Int32Array(rows),
  revision: new Int32Array(rows),
  branch: new Int32Array(rows),
  state: new Uint8Array(rows),
  result: new Int16Array(rows),
  submitted: new Float64Array(rows),
  claimed: new Float64Array(rows),
  started: new Float64Array(rows),
  ended: new Float64Array(rows),
  priority: new Float64Array(rows),
  reason: new Int32Array(rows),
  master: new Int32Array(rows),
  number: new Float64Array(rows),
  requestStart: new Int32Array(rows + 1),
  requestId: new Float64Array(requests),
  requestRevision: new Int32Array(requests),
  requestBranch: new Int32Array(requests),
  requestPriority: new Float64Array(requests),
  requestReason: new Int32Array(requests),
  requestSubmitted: new Float64Array(requests),
})
