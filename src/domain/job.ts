import type { ListRequest, SingleBuild, SingleRequest } from '../contract/records.ts'
import { shortRevision } from './revision.ts'
import { buildState } from './state.ts'
import type { JobState } from './state.ts'

/** One request that a job serves. Times are seconds since epoch. */
export type ServedRequest = {
  requestId: number
  /** First 12 characters, or null when the farm gave none. */
  revision: string | null
  /** The sourcestamp's branch, long or of a test, or null where the source (`/running`) does not tell. */
  branch: string | null
  priority: number | null
  reason: string | null
  submitted: number
}

/**
 * One row of work: a build with the requests it serves, or a request that has none yet.
 * All times are seconds since epoch; null is "not yet" for times and "not told" for the rest.
 */
export type Job = {
  /** `b<build id>` or `r<request id>`: the row's identity in one list. */
  key: string
  builder: string
  /** First 12 characters of the newest revision it serves. */
  revision: string | null
  /** The sourcestamp's branch as the farm spells it; the short name stands in the address, not here (surprise 34). */
  branch: string | null
  state: JobState
  /** The request's result code; null unless finished. All attempts of a request share it. */
  result: number | null
  buildId: number | null
  /** The builder's own running number of this build. */
  number: number | null
  /** Name of the master that claimed it, as the farm spells it. */
  master: string | null
  /** Earliest of the requests it serves. */
  submitted: number
  claimed: number | null
  started: number | null
  ended: number | null
  priority: number | null
  reason: string | null
  /** Never empty. More than one: merged. The first is the one it ran for. */
  requests: readonly ServedRequest[]
}

/** The request an action on this job addresses when it has no build. */
export const firstRequest = (job: Job): ServedRequest | null => job.requests[0] ?? null

const short = (revision: string | null): string | null => (revision === null ? null : shortRevision(revision))

export const toServedRequest = (request: ListRequest | Omit<ListRequest, 'properties'>): ServedRequest => ({
  requestId: request.request_id,
  revision: short(request.revision),
  branch: request.branch,
  priority: request.priority,
  reason: request.reason,
  submitted: request.submittime,
})

/** A build as `/build/{id}` and lists tell it. A repeated request counts once (surprise 32). */
export function jobOfBuild(build: Omit<SingleBuild, 'requests'> & { requests: readonly ListRequest[] }): Job {
  const requests = new Map(build.requests.map((request) => [request.request_id, toServedRequest(request)]))
  const served = [...requests.values()]
  const first = build.requests[0]
  const state = buildState(build.endtime, build.status)
  return {
    key: `b${build.build_id}`,
    builder: build.buildername,
    revision: short(build.revision),
    branch: build.branch,
    state,
    result: state === 'finished' ? build.status : null,
    buildId: build.build_id,
    number: build.buildnumber,
    master: build.claimed_by_name,
    submitted: served.length > 0 ? Math.min(...served.map((request) => request.submitted)) : build.starttime,
    // 0 is "not claimed": a retried build whose request waits again (surprises 27, 29).
    claimed: first && first.claimed_at > 0 ? first.claimed_at : null,
    started: build.starttime,
    ended: build.endtime,
    priority: first?.priority ?? null,
    reason: first?.reason ?? null,
    requests: served,
  }
}

/** A request as `/request/{id}` and lists tell it. It never shows a result (surprise 27). */
export function jobOfRequest(request: ListRequest | SingleRequest): Job {
  return {
    key: `r${request.request_id}`,
    builder: request.buildername,
    revision: short(request.revision),
    branch: request.branch,
    state: request.complete !== 0 ? 'finished' : request.claimed_at > 0 ? 'running' : 'pending',
    result: null,
    buildId: null,
    number: null,
    master: null,
    submitted: request.submittime,
    claimed: request.claimed_at > 0 ? request.claimed_at : null,
    started: null,
    ended: request.complete_at,
    priority: request.priority,
    reason: request.reason,
    requests: [toServedRequest(request)],
  }
}
