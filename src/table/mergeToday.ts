import type { RunningItem } from '../contract/records.ts'
import type { Job, ServedRequest } from '../domain/job.ts'
import { jobStates } from '../domain/state.ts'
import { endSeen } from './applySeen.ts'
import type { Seen } from './applySeen.ts'
import type { Pending, Running } from './readNow.ts'
import { RowWriter } from './rowWriter.ts'
import type { Rows } from './rowWriter.ts'

const RUNNING = jobStates.indexOf('running')
const FINISHED = jobStates.indexOf('finished')

const NOTHING: Seen = { builds: [], gone: [] }

/**
 * Today = day list ∪ `/pending` ∪ `/running`, each job once. The day list has the most to tell about a job but forgets
 * what began before midnight (surprise 37) and may be a minute old (surprise 38), so:
 *
 * - ended anywhere is ended; running beats pending
 * - a build that `/running` tells is the day list's when the id is the same, or a request and the number are
 * - a request that waits in the day list and runs in `/running` becomes that build, and keeps its priority and reason
 * - a retried request waits again beside its ended attempt (surprise 29)
 * - not being in `/pending` or `/running` any more proves nothing: only the day list takes a row away, and what was
 *   `seen` of the job itself
 *
 * The rows are always new memory, which may be handed to another thread.
 */
export function mergeToday(day: Rows, pending: Pending | null, running: Running | null, seen: Seen = NOTHING): Rows {
  const { columns } = day
  const started = new Fresh(running)
  const waiting = new Map(pending?.items.map((under) => [under.item.id, under]))
  const absorbed = new Map<RunningItem, number[]>()
  /** Ascending. */
  const gone = new Set<number>()
  const withdrawn = new Set(seen.gone)
  for (const request of withdrawn) waiting.delete(request)

  const requestsOf = (row: number) =>
    columns.requestId.subarray(columns.requestStart[row], columns.requestStart[row + 1])
  for (let row = 0; row < day.count; row++) {
    const build = columns.buildId[row] ?? -1
    if (build < 0) continue
    const served = requestsOf(row)
    started.takeOut(build, columns.number[row] ?? -1, served)
    const state = columns.state[row]
    if (state === RUNNING || state === FINISHED) for (const request of served) waiting.delete(request)
  }
  for (let row = 0; row < day.count; row++) {
    if ((columns.buildId[row] ?? -1) >= 0) continue
    for (const request of requestsOf(row)) {
      waiting.delete(request)
      if (withdrawn.has(request)) gone.add(row)
      const item = started.ofRequest(request)
      if (!item || columns.state[row] === FINISHED) continue
      gone.add(row)
      absorbed.set(item, [...(absorbed.get(item) ?? []), row])
    }
  }

  const more: Job[] = []
  for (const { item, revision } of started.left()) {
    for (const request of item.request_ids) waiting.delete(request)
    more.push(
      jobOfRunning(
        item,
        revision,
        (absorbed.get(item) ?? []).map((row) => knownRequest(day, row)),
      ),
    )
  }
  for (const { item, revision } of waiting.values()) more.push(jobOfPending(item, revision))

  const requests = columns.requestId.length + more.reduce((sum, job) => sum + job.requests.length, 0)
  const writer = new RowWriter(day.count + more.length, requests, day.names)
  let from = 0
  for (const row of gone) {
    writer.copy(columns, from, row)
    from = row + 1
  }
  writer.copy(columns, from, day.count)
  for (const job of more) writer.add(job)
  const rows = writer.finish()
  endSeen(rows, seen)
  return rows
}

/** The items of `/running` that the day list does not have. */
class Fresh {
  readonly #items: Map<number, Running['items'][number]>
  readonly #byRequest = new Map<number, RunningItem>()

  constructor(running: Running | null) {
    this.#items = new Map(running?.items.map((under) => [under.item.id, under]))
    for (const { item } of this.#items.values())
      for (const request of item.request_ids) this.#byRequest.set(request, item)
  }

  /** The day list has this build: it is no news, whatever state the day list gives it. */
  takeOut(build: number, number: number, served: Float64Array): void {
    this.#items.delete(build)
    for (const request of served) {
      const item = this.#byRequest.get(request)
      if (item && (item.id === build || item.number === number)) this.#items.delete(item.id)
    }
  }

  ofRequest(request: number): RunningItem | null {
    const item = this.#byRequest.get(request)
    return item && this.#items.has(item.id) ? item : null
  }

  left(): Iterable<Running['items'][number]> {
    return this.#items.values()
  }
}

function knownRequest(day: Rows, row: number): ServedRequest {
  const { columns, names } = day
  const at = columns.requestStart[row] ?? 0
  const priority = columns.requestPriority[at] ?? NaN
  return {
    requestId: columns.requestId[at] ?? 0,
    revision: names.strings[columns.requestRevision[at] ?? -1] ?? null,
    branch: names.strings[columns.requestBranch[at] ?? -1] ?? null,
    priority: Number.isNaN(priority) ? null : priority,
    reason: names.strings[columns.requestReason[at] ?? -1] ?? null,
    submitted: columns.requestSubmitted[at] ?? 0,
  }
}

/** `id` is the build's here, and the times have other names (surprise 40). */
function jobOfRunning(item: RunningItem, revision: string | null, known: readonly ServedRequest[]): Job {
  const requests = item.request_ids.map(
    (requestId): ServedRequest =>
      known.find((request) => request.requestId === requestId) ?? {
        requestId,
        // Merged requests may be of other revisions, which `/running` does not tell.
        revision: item.request_ids.length === 1 ? revision : null,
        branch: null,
        priority: null,
        reason: null,
        submitted: item.submitted_at,
      },
  )
  return {
    key: `b${item.id}`,
    builder: item.buildername,
    revision,
    branch: known[0]?.branch ?? null,
    state: 'running',
    result: null,
    buildId: item.id,
    number: item.number,
    master: item.claimed_by_name,
    submitted: Math.min(item.submitted_at, ...known.map((request) => request.submitted)),
    claimed: null,
    started: item.start_time,
    ended: null,
    priority: known[0]?.priority ?? null,
    reason: known[0]?.reason ?? null,
    requests,
  }
}

/** `id` is the request's here (surprise 40). Priority and reason are not told. */
function jobOfPending(item: Pending['items'][number]['item'], revision: string | null): Job {
  const request: ServedRequest = {
    requestId: item.id,
    revision,
    branch: null,
    priority: null,
    reason: null,
    submitted: item.submitted_at,
  }
  return {
    key: `r${item.id}`,
    builder: item.buildername,
    revision,
    branch: null,
    state: 'pending',
    result: null,
    buildId: null,
    number: null,
    master: null,
    submitted: item.submitted_at,
    claimed: null,
    started: null,
    ended: null,
    priority: null,
    reason: null,
    requests: [request],
  }
}
