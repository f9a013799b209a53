import { s } from './schema.ts'
import type { Infer } from './schema.ts'

/**
 * Seconds since 1970, as the API sends every time; never milliseconds.
 * Whole on MySQL, with a fraction on SQLite (contract surprise 44).
 */
export const EpochSeconds = s.number()

/** A property's value may be any JSON (surprise 33). */
export const Properties = s.record(s.string(), s.unknown())
export type Properties = Infer<typeof Properties>

const requestFields = {
  request_id: s.int(),
  /** The sourcestamp's branch: long ("integration/mozilla-inbound") or of a test ("try-linux64-opt-unittest"), surprise 34. */
  branch: s.string(),
  buildername: s.string(),
  /** 12 or 40 hexadecimal characters, or null for a nightly (surprise 35). */
  revision: s.nullable(s.string()),
  priority: s.number(),
  reason: s.string(),
  submittime: EpochSeconds,
  /** 0, not null, while nobody has claimed it (surprise 27). */
  claimed_at: EpochSeconds,
  complete: s.number(),
  complete_at: s.nullable(EpochSeconds),
}

/** A request as day lists, push lists and builds hold it. */
export const ListRequest = s.object(requestFields)
export type ListRequest = Infer<typeof ListRequest>

/** A request inside `/build/{id}`: with properties. */
export const BuildRequest = s.object({ ...requestFields, properties: s.optional(Properties) })
export type BuildRequest = Infer<typeof BuildRequest>

/** `/request/{id}`: the only place that tells `build_ids`. */
export const SingleRequest = s.object({ ...requestFields, properties: Properties, build_ids: s.array(s.int()) })
export type SingleRequest = Infer<typeof SingleRequest>

const buildFields = {
  build_id: s.int(),
  branch: s.string(),
  buildername: s.string(),
  buildnumber: s.number(),
  claimed_by_name: s.nullable(s.string()),
  revision: s.nullable(s.string()),
  starttime: EpochSeconds,
  endtime: s.nullable(EpochSeconds),
  /** The REQUEST's result; null while it has none, also on a retried build that ended (surprise 29). */
  status: s.nullable(s.number()),
}

/** A build as day lists and push lists hold it; several requests when it is merged (surprise 31). */
export const ListBuild = s.object({ ...buildFields, requests: s.array(ListRequest) })
export type ListBuild = Infer<typeof ListBuild>

/** `/build/{id}`: one request, with properties. */
export const SingleBuild = s.object({ ...buildFields, requests: s.array(BuildRequest) })
export type SingleBuild = Infer<typeof SingleBuild>

/**
 * One row of a day or push list. Builds have a `build_id`, pending requests only a `request_id` (surprise 26).
 * Lists this long are read row by row (`src/table`); this schema is what that reading is held to.
 */
export const ListRow = s.union([ListBuild, ListRequest])
export type ListRow = Infer<typeof ListRow>
export const JobList = s.array(ListRow)

/** One branch of `/branches`. */
export const Branch = s.object({
  repo: s.optional(s.string()),
  repo_type: s.optional(s.string()),
  graph_branches: s.optional(s.array(s.string())),
})
export type Branch = Infer<typeof Branch>
export const Branches = s.record(s.string(), Branch)
export type Branches = Infer<typeof Branches>

/** `/rev/{revision}/is_done` (surprise 36). `stableDelay` in seconds. */
export const IsDone = s.object({ stableDelay: s.number(), job_complete: s.boolean(), job_passed: s.boolean() })
export type IsDone = Infer<typeof IsDone>

/** `/user/{user}`; may repeat a request inside one build (surprise 32). */
export const UserJobs = s.object({
  builds: s.array(ListBuild),
  running: s.array(ListBuild),
  pending: s.array(ListRequest),
})
export type UserJobs = Infer<typeof UserJobs>

/** `id` is the request's id here (surprise 40). */
export const PendingItem = s.object({ id: s.int(), buildername: s.string(), submitted_at: EpochSeconds })
export type PendingItem = Infer<typeof PendingItem>

/** `id` is the build's id here (surprise 40). */
export const RunningItem = s.object({
  id: s.int(),
  buildername: s.string(),
  claimed_by_name: s.nullable(s.string()),
  last_heartbeat: s.nullable(EpochSeconds),
  number: s.nullable(s.number()),
  request_ids: s.array(s.int()),
  revision: s.nullable(s.string()),
  start_time: EpochSeconds,
  submitted_at: EpochSeconds,
})
export type RunningItem = Infer<typeof RunningItem>

/** Branch (short name, or "Unknown"), then revision (or "Unknown"), then items (surprises 34, 35). */
const byRevision = <T extends Parameters<typeof s.array>[0]>(item: T) =>
  s.record(s.string(), s.record(s.string(), s.array(item)))

export const PendingNow = s.object({ pending: byRevision(PendingItem) })
export type PendingNow = Infer<typeof PendingNow>
export const RunningNow = s.object({ running: byRevision(RunningItem) })
export type RunningNow = Infer<typeof RunningNow>

/** `/recent`: the status database, whose `id` is unrelated to `build_id` (surprises 40, 42). */
export const RecentBuild = s.object({
  id: s.int(),
  buildername: s.string(),
  buildname: s.string(),
  buildnumber: s.number(),
  slavename: s.string(),
  master: s.string(),
  starttime: EpochSeconds,
  endtime: s.nullable(EpochSeconds),
  result: s.nullable(s.number()),
})
export type RecentBuild = Infer<typeof RecentBuild>

const RevisionRow = s.object({
  id: s.int(),
  buildername: s.string(),
  buildsetid: s.int(),
  claimed_at: s.nullable(EpochSeconds),
  claimed_by_name: s.nullable(s.string()),
  number: s.nullable(s.number()),
  results: s.nullable(s.number()),
  submitted_at: EpochSeconds,
  start_time: s.nullable(EpochSeconds),
  finish_time: s.nullable(EpochSeconds),
})

/** `/revision/{branch}/{rev}`: `pending` is all of the branch (surprise 41). */
export const RevisionNow = s.object({
  branch: s.string(),
  revision: s.string(),
  all: byRevision(RevisionRow),
  pending: byRevision(PendingItem),
})
export type RevisionNow = Infer<typeof RevisionNow>

/** Pushes counted per author, and `TOTAL` (surprise 43). */
export const Pushes = s.record(s.string(), s.number())
export type Pushes = Infer<typeof Pushes>

/**
 * One action of the self-serve log. It has NO id of its own: only `complete_data.request_id`, once done (surprise 16).
 * `action` may be cut to 20 characters: compare by prefix (surprise 24).
 */
export const JobRequest = s.object({
  action: s.string(),
  who: s.nullable(s.string()),
  when: EpochSeconds,
  what: s.record(s.string(), s.unknown()),
  completed_at: s.nullable(EpochSeconds),
  complete_data: s.nullable(
    s.object({
      request_id: s.optional(s.int()),
      body: s.object({ errors: s.boolean(), msg: s.nullable(s.string()) }),
    }),
  ),
})
export type JobRequest = Infer<typeof JobRequest>

/** What a write answers. `request_id` is the JOB's id (surprise 13); FAILED may come with a 202 (surprise 15). */
export const JobAnswer = s.union([
  s.object({ status: s.literal('OK'), request_id: s.int() }),
  s.object({ status: s.literal('FAILED'), msg: s.string() }),
])
export type JobAnswer = Infer<typeof JobAnswer>

/** The body of an error in JSON. */
export const Refusal = s.object({ status: s.literal('FAILED'), msg: s.string() })
export type Refusal = Infer<typeof Refusal>
