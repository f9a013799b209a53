import { activeWork } from './activeWork.ts'
import type { ActiveBuild, ActiveWork, WaitingRequest } from './activeWork.ts'
import { foreignBranch, onBranch } from './branchRule.ts'
import type { Job, ServedRequest } from './job.ts'
import { askerOf } from './reasonWords.ts'
import { sameRevision } from './revision.ts'
import { whyNot } from './whyNot.ts'

/** What somebody wants to cancel. */
export type CancelWish =
  /** Jobs one by one. `revision`: the push they were picked in, where one was; else each job's own. */
  | { kind: 'jobs'; jobs: readonly Job[]; revision?: string | null }
  /** All that is active of a push, as the server means it. `branch`: the short name of the address. */
  | { kind: 'push'; branch: string; revision: string }

/** A request that loses its build though its push was not meant. Nulls: not told. */
export type MergedRequest = Pick<ServedRequest, 'requestId' | 'revision' | 'branch'> & { builder: string }

/** Everything a cancel would hit, before it is asked for. */
export type BlastRadius = {
  /** Requests taken out of the queue. */
  pending: readonly Job[]
  /** Builds stopped, each once. */
  running: readonly Job[]
  /** How long the stopped builds have run, together: seconds. */
  machineSecondsLost: number
  /** What the server will not do, and why: a sentence. */
  refused: readonly { job: Job; why: string }[]
  collateral: {
    merged: readonly MergedRequest[]
    /** Other branches that a cancel of a push reaches by the server's starts-or-ends-with rule, and how many of their jobs. */
    branches: readonly { branch: string; jobs: number }[]
    /** Builders whose directory on the machine is erased when their build is stopped. */
    clobbered: readonly string[]
    /** People known to have asked for requests that are hit (rebuilt and requested work alone tells). */
    people: readonly { who: string; requestIds: readonly number[] }[]
  }
  counts: { targets: number; pending: number; running: number; refused: number; merged: number; elsewhere: number }
}

/** Names the agent spares when it clobbers (contract, "What the agent answers"). */
const spared = ['nightly', ' try ', '_try_', 'talos', 'pgo test', 'opt test', 'debug test']

/** Whether stopping a running build of this builder also erases its directory on the machine. */
export const clobbers = (builder: string): boolean => !spared.some((words) => builder.includes(words))

/**
 * Builders known to be unstoppable. Which ones are is the farm's own setting and the API does not tell; releases are
 * on every farm seen.
 */
export const knownUnstoppable = /^release-/

type Aim = { pending: WaitingRequest[]; builds: ActiveBuild[]; refused: BlastRadius['refused'][number][] }

/**
 * What a cancel hits on a farm that is as `known` says: rows of any lists at hand, the more the better, since a push's own
 * list does not tell which other pushes its merged builds serve (surprise 31). `now`: seconds since epoch.
 */
export function blastRadius(
  wish: CancelWish,
  known: readonly Job[],
  { now, unstoppable = knownUnstoppable }: { now: number; unstoppable?: RegExp },
): BlastRadius {
  const work = activeWork(wish.kind === 'jobs' ? [...wish.jobs, ...known] : known)
  const meant = meantBy(wish)
  const aim = wish.kind === 'jobs' ? aimAtJobs(wish.jobs, work) : aimAtPush(meant, work)
  const stopped = aim.builds.filter(({ job }) => !unstoppable.test(job.builder))
  const refused = [
    ...aim.refused,
    ...aim.builds
      .filter(({ job }) => unstoppable.test(job.builder))
      .map(({ job }) => ({ job, why: 'It runs, and the farm does not stop builds of this kind' })),
  ]
  const merged = stopped.flatMap(({ job, requests }) =>
    [...requests.values()]
      .filter((request) => !meant(request, job))
      .map(({ requestId, revision, branch }) => ({ requestId, revision, branch, builder: job.builder })),
  )
  const branches = wish.kind === 'push' ? elsewhere(aim.pending, stopped, wish.branch) : []
  return {
    pending: aim.pending.map(({ job }) => job),
    running: stopped.map(({ job }) => job),
    machineSecondsLost: stopped.reduce((sum, { job }) => sum + Math.max(0, now - (job.started ?? now)), 0),
    refused,
    collateral: {
      merged,
      branches,
      clobbered: [...new Set(stopped.map(({ job }) => job.builder).filter(clobbers))],
      people: peopleOf([
        ...aim.pending.map(({ request }) => request),
        ...stopped.flatMap(({ requests }) => [...requests.values()]),
      ]),
    },
    counts: {
      targets: aim.pending.length + stopped.length + refused.length,
      pending: aim.pending.length,
      running: stopped.length,
      refused: refused.length,
      merged: merged.length,
      elsewhere: branches.reduce((sum, { jobs }) => sum + jobs, 0),
    },
  }
}

type Meant = (request: ServedRequest, job: Job) => boolean

/** Whether a request is of the push the wish is about. */
function meantBy(wish: CancelWish): Meant {
  if (wish.kind === 'push') {
    return ({ revision, branch }) => sameRevision(revision, wish.revision) && onBranch(branch, wish.branch)
  }
  const picked = new Map(
    wish.jobs.flatMap((job) =>
      job.requests.map(({ requestId }) => [requestId, wish.revision ?? job.revision] as const),
    ),
  )
  const same = (one: string | null, other: string | null) => one === other || sameRevision(one, other)
  return ({ requestId, revision }, job) => {
    const own = picked.get(requestId)
    return own === undefined ? same(revision, wish.revision ?? job.revision) : same(revision, own)
  }
}

function aimAtJobs(jobs: readonly Job[], work: ActiveWork): Aim {
  const pending = new Map<number, WaitingRequest>()
  const builds = new Set<ActiveBuild>()
  const refused: Aim['refused'] = []
  for (const job of jobs) {
    const why = whyNot('cancel', job)
    const id = job.requests[0]?.requestId
    const build = id === undefined ? null : work.buildOf(id)
    const waiting = id === undefined ? undefined : work.waiting.get(id)
    if (why !== null) refused.push({ job, why })
    else if (build) builds.add(build)
    else if (waiting && id !== undefined) pending.set(id, waiting)
    else if (job.state === 'running') {
      // No list knows its requests: it is stopped all the same.
      builds.add({ job, requests: new Map() })
    } else refused.push({ job, why: 'Already finished: there is nothing to cancel' })
  }
  return { pending: [...pending.values()], builds: [...builds], refused }
}

function aimAtPush(meant: Meant, work: ActiveWork): Aim {
  return {
    pending: [...work.waiting.values()].filter(({ request, job }) => meant(request, job)),
    builds: work.builds.filter(({ job, requests }) => [...requests.values()].some((request) => meant(request, job))),
    refused: [],
  }
}

function elsewhere(
  pending: readonly WaitingRequest[],
  builds: readonly ActiveBuild[],
  branch: string,
): { branch: string; jobs: number }[] {
  const jobs = new Map<string, number>()
  const add = (sourceBranch: string | null) => {
    const foreign = foreignBranch(sourceBranch, branch)
    if (foreign !== null) jobs.set(foreign, (jobs.get(foreign) ?? 0) + 1)
  }
  for (const { request } of pending) add(request.branch)
  for (const { job, requests } of builds) add([...requests.values()][0]?.branch ?? job.branch)
  return [...jobs].map(([name, n]) => ({ branch: name, jobs: n }))
}

function peopleOf(requests: readonly ServedRequest[]): { who: string; requestIds: number[] }[] {
  const people = new Map<string, number[]>()
  for (const { reason, requestId } of requests) {
    const asker = askerOf(reason)
    if (asker) people.set(asker.who, [...(people.get(asker.who) ?? []), requestId])
  }
  return [...people].map(([who, requestIds]) => ({ who, requestIds }))
}
