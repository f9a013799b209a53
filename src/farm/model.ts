import type { Errand } from './errands.ts'
import type { Heap } from './heap.ts'

/** The nouns of the farm. All times are whole seconds since epoch. */

/** A line of development with work of its own. */
export type Line = {
  /** The short name, as in addresses. */
  name: string
  /** The sourcestamp's branch of its builds ("integration/mozilla-inbound"), contract surprise 34. */
  long: string
  repo: string
  /** Known to `/branches`; what is not leaks into others by name (contract surprise 34). */
  listed: boolean
  /** Of its scheduled requests; higher is served first. */
  priority: number
  /** Requests of one builder are served by one build, over revisions. */
  merges: boolean
  nightlies: boolean
}

export type Kind = 'build' | 'test' | 'talos' | 'nightly' | 'release'
export type BuildType = 'opt' | 'debug' | 'pgo'

export type Builder = {
  name: string
  /** The name as JSON text, made once. */
  json: string
  key: number
  line: Line
  platform: string
  kind: Kind
  type: BuildType
  suite: string
  pool: Pool
  /** Median duration in seconds. */
  typical: number
  /** Of its requests: long for builds, "<line>-<platform>-<type>-unittest" for tests, null for one odd nightly. */
  sourceBranch: string | null
  /** Revisions have 40 characters here, else 12. */
  longRevision: boolean
  scheduler: string
  /** What starts when a build of it went well. */
  tests: Builder[]
  /** The number of its last build. */
  number: number
  lastStart: number
  /** Requests nobody has claimed. */
  waiting: Request[]
}

/** A buildmaster: the long name is in `claimed_by_name`, the short one in `/recent`. */
export type Master = { long: string; short: string; json: string; url: string }

export type Machine = { name: string; master: Master; index: number }

export type Waiting = { request: Request; priority: number }

export type Pool = {
  name: string
  prefix: string
  /** Share of the time its machines are wanted; above 1 a queue grows up to `patience`. */
  load: number
  /** How many requests may wait per machine before more machines are switched on. */
  patience: number
  /** Machines always on. */
  size: number
  made: number
  idle: Machine[]
  off: Machine[]
  /** While its rack has no power, nothing is claimed (seconds since epoch). */
  closed: { from: number; until: number } | null
  masters: Master[]
  queue: Heap<Waiting>
}

/** What a push asks for. */
export type Plan = {
  key: number
  platforms: ReadonlySet<string>
  debug: boolean
  pgo: boolean
  /** Share of the suite families, 0 to 1. */
  suites: number
}

export type Push = {
  key: number
  line: Line
  at: number
  /** 40 characters; null for what has none of its own. */
  revision: string | null
  author: string
  /** Changesets in it, all by the author (contract surprise 32). */
  changes: number
  plan: Plan | null
  /** The platform whose builds break, or the suite family whose tests break. */
  breaks: { platform: string | null; family: string | null }
}

export type Request = {
  id: number
  key: number
  buildsetId: number
  builder: Builder
  push: Push
  sourceBranch: string | null
  revision: string | null
  priority: number
  reason: string
  submittedAt: number
  /** 0 while nobody has claimed it. */
  claimedAt: number
  claimedBy: Machine | null
  complete: boolean
  completeAt: number | null
  results: number | null
  attempts: number
  /** One row per build of it, oldest first. */
  builds: { id: number; build: Build }[]
  /** What `/builders/…` gave it (contract surprise 20). */
  extra: Record<string, unknown> | null
}

/** A physical build; each of its requests has a build id of its own (contract surprise 31). */
export type Build = {
  builder: Builder
  number: number
  machine: Machine
  /** Oldest first; `ids` alongside. */
  requests: Request[]
  ids: number[]
  startAt: number
  endAt: number | null
  /** What is going to happen, unless somebody stops it. */
  endsAt: number
  ends: number
  /** Of the status database (contract surprise 40). */
  statusId: number
  /** What the master saw: also of attempts, whose request has another result or none. */
  result: number | null
}

/** A row of the self-serve log. */
export type Job = {
  id: number
  errand: Errand
  who: string
  when: number
  completedAt: number | null
  errors: boolean
  msg: string
}

export const SUCCESS = 0
export const WARNINGS = 1
export const FAILURE = 2
export const EXCEPTION = 4
export const RETRY = 5
