import { newCatalogue } from './builderCatalogue.ts'
import type { Catalogue } from './builderCatalogue.ts'
import { Heap } from './heap.ts'
import type { Build, Builder, Job, Line, Pool, Push, Request } from './model.ts'
import type { Storm } from './outcomes.ts'

/** Ids start high, as they do on a farm that has run for years. */
export const firstRequestId = 27_900_001
export const firstBuildId = 26_500_001
export const firstJobId = 41_001
const firstBuildsetId = 9_300_001

/** A line's stream of pushes: the n-th is due about `origin + n × gap`. */
export type Stream = { line: Line; key: number; origin: number; gap: number; next: number }

/** Something a person of the farm does at a fixed time. */
export type Deed = 'life' | 'rebuild' | 'rebuildThrice' | 'cancelPending' | 'cancelRunning' | 'reprioritize' | 'orphan'

export type Happening =
  | { kind: 'push'; stream: Stream }
  | { kind: 'staged'; line: Line; key: number; platforms: readonly string[] }
  | { kind: 'reopen'; pool: Pool }
  | { kind: 'lost' }
  | { kind: 'ready'; request: Request }
  | { kind: 'end'; build: Build }
  | { kind: 'nightly'; line: Line; again: boolean }
  | { kind: 'act'; job: Job }
  | { kind: 'deed'; deed: Deed; key: number }

export type Event = { at: number; order: number; what: Happening }

/** Everything there is. Changed only by `simulation.ts`, `agent.ts`, `deeds.ts` and `birth.ts`. */
export type World = {
  seed: number
  now: number
  catalogue: Catalogue
  events: Heap<Event>
  order: number
  /** By id: `requests[id - firstRequestId]`. */
  requests: Request[]
  /** By build id: `rows[id - firstBuildId]`; a physical build has one per request. */
  rows: { build: Build; request: Request }[]
  /** In the order of their start. */
  builds: Build[]
  pending: Set<Request>
  running: Set<Build>
  /** Requests by the first 12 characters of their revision. */
  byRevision: Map<string, Request[]>
  pushes: Push[]
  /** By id: `jobs[id - firstJobId]`. */
  jobs: Job[]
  /** The last failed builds of try, for people to rebuild. */
  failedLately: Build[]
  storm: Storm | null
  redNightliesFrom: number | null
  /** From then on nothing handed to the broker arrives, and nothing that arrived is acted on. */
  brokerDownFrom: number | null
  agentDeadFrom: number | null
  buildsets: number
}

export function newWorld(seed: number): World {
  return {
    seed,
    now: 0,
    catalogue: newCatalogue(),
    events: new Heap<Event>((a, b) => a.at < b.at || (a.at === b.at && a.order < b.order)),
    order: 0,
    requests: [],
    rows: [],
    builds: [],
    pending: new Set(),
    running: new Set(),
    byRevision: new Map(),
    pushes: [],
    jobs: [],
    failedLately: [],
    storm: null,
    redNightliesFrom: null,
    brokerDownFrom: null,
    agentDeadFrom: null,
    buildsets: 0,
  }
}

/** `at` in seconds since epoch. */
export function schedule(world: World, at: number, what: Happening): void {
  world.order += 1
  world.events.push({ at, order: world.order, what })
}

export const requestById = (world: World, id: number): Request | undefined => world.requests[id - firstRequestId]
export const rowById = (world: World, id: number): { build: Build; request: Request } | undefined =>
  world.rows[id - firstBuildId]
export const jobById = (world: World, id: number): Job | undefined => world.jobs[id - firstJobId]

export const newBuildset = (world: World): number => {
  world.buildsets += 1
  return firstBuildsetId + world.buildsets
}

export type Wish = Pick<
  Request,
  'key' | 'buildsetId' | 'builder' | 'push' | 'sourceBranch' | 'revision' | 'priority' | 'reason'
> & { extra?: Record<string, unknown> | null }

/** Asks for work; it is claimed once a master has seen it and a machine is free. */
export function submit(world: World, wish: Wish, at: number): Request {
  const request: Request = {
    extra: null,
    ...wish,
    id: firstRequestId + world.requests.length,
    submittedAt: at,
    claimedAt: 0,
    claimedBy: null,
    complete: false,
    completeAt: null,
    results: null,
    attempts: 0,
    builds: [],
  }
  world.requests.push(request)
  world.pending.add(request)
  request.builder.waiting.push(request)
  if (request.revision !== null) {
    const short = request.revision.slice(0, 12).toLowerCase()
    const others = world.byRevision.get(short)
    if (others) others.push(request)
    else world.byRevision.set(short, [request])
  }
  return request
}

/** What a builder's request calls the revision of a push: 12 or 40 characters (contract surprise 35). */
export const revisionFor = (builder: Builder, push: Push): string | null =>
  push.revision !== null && !builder.longRevision ? push.revision.slice(0, 12) : push.revision
