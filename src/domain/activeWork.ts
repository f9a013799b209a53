import type { Job, ServedRequest } from './job.ts'

/** A build that runs, once, with every request it is known to serve. */
export type ActiveBuild = { job: Job; requests: ReadonlyMap<number, ServedRequest> }
/** A request nobody has claimed. */
export type WaitingRequest = { job: Job; request: ServedRequest }

/** What waits and runs, out of rows of several lists. */
export type ActiveWork = {
  builds: readonly ActiveBuild[]
  waiting: ReadonlyMap<number, WaitingRequest>
  buildOf: (requestId: number) => ActiveBuild | null
}

/**
 * What names a running build over lists: each request has a build id of its own, and a push's list shows only its own
 * requests (contract surprise 31), but builder, master and number are one machine's one run.
 */
const physicalKey = (job: Job): string =>
  job.number === null ? job.key : `${job.master ?? ''} ${job.number} ${job.builder}`

/** `/running` tells neither revision nor branch of merged requests; another list may. */
const better = (known: ServedRequest | undefined, other: ServedRequest): ServedRequest =>
  known === undefined || (known.revision === null && known.branch === null)
    ? other
    : known.branch === null
      ? { ...known, branch: other.branch, reason: known.reason ?? other.reason }
      : known

type Draft = { job: Job; requests: Map<number, ServedRequest> }

/**
 * Reads rows, of one list or of several, as what is active now. A build that shows in several rows counts once and
 * serves all they name. A request that runs in one row and waits in another runs; one that has finished in one row is
 * over, while a superseded attempt says nothing (surprise 29).
 */
export function activeWork(rows: readonly Job[]): ActiveWork {
  const builds = new Map<string, Draft>()
  const byRequest = new Map<number, Draft>()
  const serve = (build: Draft, request: ServedRequest) => {
    build.requests.set(request.requestId, better(build.requests.get(request.requestId), request))
    byRequest.set(request.requestId, build)
  }
  const buildFor = (job: Job): Draft => {
    const key = physicalKey(job)
    const known = builds.get(key)
    if (known) return known
    const made = { job, requests: new Map<number, ServedRequest>() }
    builds.set(key, made)
    return made
  }
  const running = rows.filter(({ state }) => state === 'running')
  for (const job of running) {
    if (job.buildId !== null) for (const request of job.requests) serve(buildFor(job), request)
  }
  // `/request/{id}` tells that a request runs and not in which build: another row may.
  for (const job of running) {
    if (job.buildId === null)
      for (const request of job.requests) serve(byRequest.get(request.requestId) ?? buildFor(job), request)
  }
  const over = new Set<number>()
  for (const job of rows) {
    if (job.state === 'finished') for (const { requestId } of job.requests) over.add(requestId)
  }
  const waiting = new Map<number, WaitingRequest>()
  for (const job of rows) {
    if (job.state !== 'pending') continue
    for (const request of job.requests) {
      const { requestId } = request
      const build = byRequest.get(requestId)
      if (build) serve(build, request)
      else if (!over.has(requestId))
        waiting.set(requestId, { job, request: better(waiting.get(requestId)?.request, request) })
    }
  }
  return { builds: [...builds.values()], waiting, buildOf: (requestId) => byRequest.get(requestId) ?? null }
}
