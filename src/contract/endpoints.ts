import {
  Branches,
  IsDone,
  JobAnswer,
  JobList,
  JobRequest,
  PendingNow,
  Pushes,
  RecentBuild,
  RevisionNow,
  RunningNow,
  SingleBuild,
  SingleRequest,
  UserJobs,
} from './records.ts'
import { dayPattern } from './routes.ts'
import type { EndpointName } from './routes.ts'
import { s } from './schema.ts'
import type { Infer, Schema } from './schema.ts'

/** What an endpoint takes, as one flat object, and what it answers. */
type Shape = { input: Schema; reply: Schema }

const branch = s.string().check(s.minLength(1))
const id = s.int().check(s.nonnegative())
const user = s.string().check(s.minLength(1))
/** Reading takes any revision; the server compares the first 12 characters (surprise 35). */
const revision = s.string().check(s.minLength(1))
/**
 * Writing takes 12 or 40 hexadecimal digits and nothing else: the agent matches with LIKE,
 * so "%" would cancel a whole branch (surprise 19).
 */
const exactRevision = s.string().check(s.regex(/^([0-9a-f]{12}|[0-9a-f]{40})$/i))
/** Midnight to midnight in the server's zone. A day in the future poisons the server's cache: clamp before asking. */
const date = s.string().check(s.regex(dayPattern))
const priority = s.int()
/** The server takes 0 and below, and does nothing (surprise 18). */
const count = s.int().check(s.positive())
const json = s.string()

/** Input and reply of every route. */
export const endpoints = {
  branches: { input: s.object({}), reply: Branches },
  jobRequests: {
    input: s.object({ num: s.optional(s.int()), offset: s.optional(s.int()) }),
    reply: s.array(JobRequest),
  },
  jobRequest: { input: s.object({ job_id: id }), reply: JobRequest },
  branchDay: { input: s.object({ branch, date: s.optional(date) }), reply: JobList },
  push: { input: s.object({ branch, revision }), reply: JobList },
  isDone: { input: s.object({ branch, revision, stableDelay: s.optional(s.int()) }), reply: IsDone },
  build: { input: s.object({ branch, build_id: id }), reply: SingleBuild },
  request: { input: s.object({ branch, request_id: id }), reply: SingleRequest },
  builders: { input: s.object({ branch }), reply: s.array(s.string()) },
  userJobs: { input: s.object({ branch, user }), reply: UserJobs },
  reprioritize: { input: s.object({ branch, request_id: id, priority }), reply: JobAnswer },
  cancelRequest: { input: s.object({ branch, request_id: id }), reply: JobAnswer },
  cancelBuild: { input: s.object({ branch, build_id: id }), reply: JobAnswer },
  cancelRevision: { input: s.object({ branch, revision: exactRevision }), reply: JobAnswer },
  rebuildBuild: {
    input: s.object({ branch, build_id: id, priority: s.optional(priority), count: s.optional(count) }),
    reply: JobAnswer,
  },
  rebuildRequest: {
    input: s.object({ branch, request_id: id, priority: s.optional(priority), count: s.optional(count) }),
    reply: JobAnswer,
  },
  newBuild: { input: s.object({ branch, revision: exactRevision }), reply: JobAnswer },
  newPgoBuild: {
    input: s.object({ branch, revision: exactRevision, priority: s.optional(priority) }),
    reply: JobAnswer,
  },
  newNightly: {
    input: s.object({ branch, revision: exactRevision, priority: s.optional(priority) }),
    reply: JobAnswer,
  },
  newBuildForBuilder: {
    input: s.object({
      branch,
      builder: s.string().check(s.minLength(1)),
      revision: exactRevision,
      priority: s.optional(priority),
      properties: s.optional(json),
      files: s.optional(json),
    }),
    reply: JobAnswer,
  },
  pendingAll: { input: s.object({}), reply: PendingNow },
  pending: { input: s.object({ branch }), reply: PendingNow },
  runningAll: { input: s.object({}), reply: RunningNow },
  running: { input: s.object({ branch }), reply: RunningNow },
  recent: { input: s.object({ numbuilds: s.optional(s.int()) }), reply: s.array(RecentBuild) },
  recentOf: {
    input: s.object({ slave: s.string().check(s.minLength(1)), numbuilds: s.optional(s.int()) }),
    reply: s.array(RecentBuild),
  },
  revision: { input: s.object({ branch, revision }), reply: RevisionNow },
  pushesAll: { input: s.object({}), reply: Pushes },
  pushes: { input: s.object({ branch }), reply: Pushes },
  pushesFrom: { input: s.object({ branch, from: s.int() }), reply: Pushes },
  pushesBetween: { input: s.object({ branch, from: s.int(), to: s.int() }), reply: Pushes },
} as const satisfies Record<EndpointName, Shape>

export type Endpoints = typeof endpoints
/** What a caller gives: one flat object; the route says what goes into the path, the query and the form. */
export type CallInput<K extends EndpointName> = Infer<Endpoints[K]['input']>
/** What the server says, typed. */
export type Reply<K extends EndpointName> = Infer<Endpoints[K]['reply']>
