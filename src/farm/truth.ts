import { unstoppable } from './cancelling.ts'
import { shortBranch } from './lines.ts'
import type { Build, Request } from './model.ts'
import type { World } from './world.ts'

/** What really is, at this moment, for tests and the control channel: no cache, no lag, no form. Times in seconds. */
export type Truth = {
  now: number
  /** Requests nobody has claimed, oldest first. */
  pending: TruthRequest[]
  /** Builds that run, longest running first. */
  running: TruthBuild[]
  /** Running or finished builds of more than one request, newest first. */
  merged: TruthBuild[]
  /** Finished builds of the last two hours that did not succeed, newest first. */
  failed: TruthBuild[]
  /** Requests that had a build which was given back, newest first. */
  retried: TruthRequest[]
  counts: { requests: number; builds: number; jobs: number; openJobs: number }
}

export type TruthRequest = {
  requestId: number
  buildIds: number[]
  builder: string
  /** The short name, or "Unknown". */
  branch: string
  sourceBranch: string | null
  revision: string | null
  priority: number
  reason: string
  submittedAt: number
  state: 'pending' | 'running' | 'finished' | 'vanished'
}

export type TruthBuild = {
  /** The id lists show: the highest of its requests'. */
  buildId: number
  buildIds: number[]
  requestIds: number[]
  builder: string
  branch: string
  sourceBranch: string | null
  revision: string | null
  number: number
  machine: string
  startedAt: number
  endedAt: number | null
  /** When it is going to end unless somebody stops it. */
  endsAt: number
  result: number | null
  unstoppable: boolean
}

function requestTruth(world: World, request: Request): TruthRequest {
  const waiting = world.pending.has(request)
  return {
    requestId: request.id,
    buildIds: request.builds.map(({ id }) => id),
    builder: request.builder.name,
    branch: shortBranch(request.sourceBranch),
    sourceBranch: request.sourceBranch,
    revision: request.revision,
    priority: request.priority,
    reason: request.reason,
    submittedAt: request.submittedAt,
    state: waiting ? 'pending' : !request.complete ? 'running' : request.claimedAt === 0 ? 'vanished' : 'finished',
  }
}

function buildTruth(build: Build): TruthBuild {
  const top = build.requests.at(-1)
  return {
    buildId: build.ids.at(-1) ?? 0,
    buildIds: [...build.ids],
    requestIds: build.requests.map(({ id }) => id),
    builder: build.builder.name,
    branch: shortBranch(top?.sourceBranch ?? null),
    sourceBranch: top?.sourceBranch ?? null,
    revision: top?.revision ?? null,
    number: build.number,
    machine: build.machine.name,
    startedAt: build.startAt,
    endedAt: build.endAt,
    endsAt: build.endsAt,
    result: build.result,
    unstoppable: unstoppable(build.builder),
  }
}

export function truthOf(world: World): Truth {
  const lately = world.builds.filter(({ endAt }) => endAt !== null && endAt > world.now - 2 * 3600)
  const newestFirst = world.builds.toReversed()
  return {
    now: world.now,
    pending: [...world.pending].toSorted((a, b) => a.id - b.id).map((request) => requestTruth(world, request)),
    running: [...world.running].map(buildTruth),
    merged: newestFirst
      .filter(({ requests }) => requests.length > 1)
      .slice(0, 200)
      .map(buildTruth),
    failed: lately
      .filter(({ result }) => result !== 0)
      .toReversed()
      .map(buildTruth),
    retried: world.requests
      .filter(({ builds }) => builds.length > 1 || builds[0]?.build.result === 5)
      .toReversed()
      .slice(0, 200)
      .map((request) => requestTruth(world, request)),
    counts: {
      requests: world.requests.length,
      builds: world.builds.length,
      jobs: world.jobs.length,
      openJobs: world.jobs.filter(({ completedAt }) => completedAt === null).length,
    },
  }
}
