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
import { s } from './schema.ts'
import type { Infer, Schema } from './schema.ts'

/** Endpoints that fail together: a breaker is kept per group, so a broken log does not blank the queue. */
export type EndpointGroup = 'branches' | 'lists' | 'now' | 'single' | 'log' | 'history' | 'writes'

/** One route of the API. Keys of `input` stand in the path unless `query` or `form` names them. */
export type Endpoint = {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  path: string
  group: EndpointGroup
  input: Schema
  query?: readonly string[]
  form?: readonly string[]
  reply: Schema
}

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
const date = s.string().check(s.regex(/^\d{4}-\d{2}-\d{2}$/))
const priority = s.int()
/** The server takes 0 and below, and does nothing (surprise 18). */
const count = s.int().check(s.positive())
const json = s.string()

const get = { method: 'GET' } as const
const put = { method: 'PUT', group: 'writes', reply: JobAnswer } as const
const post = { method: 'POST', group: 'writes', reply: JobAnswer } as const
const del = { method: 'DELETE', group: 'writes', reply: JobAnswer } as const

/** Every route of the self-serve API, literal paths above parametric ones. `docs/` of the contract: see docs/architecture.md. */
export const endpoints = {
  branches: { ...get, group: 'branches', path: '/self-serve/branches', input: s.object({}), reply: Branches },
  jobRequests: {
    ...get,
    group: 'log',
    path: '/self-serve/jobs',
    input: s.object({ num: s.optional(s.int()), offset: s.optional(s.int()) }),
    query: ['num', 'offset'],
    reply: s.array(JobRequest),
  },
  jobRequest: {
    ...get,
    group: 'log',
    path: '/self-serve/jobs/:job_id',
    input: s.object({ job_id: id }),
    reply: JobRequest,
  },
  branchDay: {
    ...get,
    group: 'lists',
    path: '/self-serve/:branch',
    input: s.object({ branch, date: s.optional(date) }),
    query: ['date'],
    reply: JobList,
  },
  push: {
    ...get,
    group: 'lists',
    path: '/self-serve/:branch/rev/:revision',
    input: s.object({ branch, revision }),
    reply: JobList,
  },
  isDone: {
    ...get,
    group: 'single',
    path: '/self-serve/:branch/rev/:revision/is_done',
    input: s.object({ branch, revision, stableDelay: s.optional(s.int()) }),
    query: ['stableDelay'],
    reply: IsDone,
  },
  build: {
    ...get,
    group: 'single',
    path: '/self-serve/:branch/build/:build_id',
    input: s.object({ branch, build_id: id }),
    reply: SingleBuild,
  },
  request: {
    ...get,
    group: 'single',
    path: '/self-serve/:branch/request/:request_id',
    input: s.object({ branch, request_id: id }),
    reply: SingleRequest,
  },
  builders: {
    ...get,
    group: 'history',
    path: '/self-serve/:branch/builders',
    input: s.object({ branch }),
    reply: s.array(s.string()),
  },
  userJobs: {
    ...get,
    group: 'history',
    path: '/self-serve/:branch/user/:user',
    input: s.object({ branch, user }),
    reply: UserJobs,
  },

  reprioritize: {
    ...put,
    path: '/self-serve/:branch/request/:request_id',
    input: s.object({ branch, request_id: id, priority }),
    form: ['priority'],
  },
  cancelRequest: {
    ...del,
    path: '/self-serve/:branch/request/:request_id',
    input: s.object({ branch, request_id: id }),
  },
  cancelBuild: { ...del, path: '/self-serve/:branch/build/:build_id', input: s.object({ branch, build_id: id }) },
  cancelRevision: {
    ...del,
    path: '/self-serve/:branch/rev/:revision',
    input: s.object({ branch, revision: exactRevision }),
  },
  rebuildBuild: {
    ...post,
    path: '/self-serve/:branch/build',
    input: s.object({ branch, build_id: id, priority: s.optional(priority), count: s.optional(count) }),
    form: ['build_id', 'priority', 'count'],
  },
  rebuildRequest: {
    ...post,
    path: '/self-serve/:branch/request',
    input: s.object({ branch, request_id: id, priority: s.optional(priority), count: s.optional(count) }),
    form: ['request_id', 'priority', 'count'],
  },
  newBuild: {
    ...post,
    path: '/self-serve/:branch/rev/:revision',
    input: s.object({ branch, revision: exactRevision }),
  },
  newPgoBuild: {
    ...post,
    path: '/self-serve/:branch/rev/:revision/pgo',
    input: s.object({ branch, revision: exactRevision, priority: s.optional(priority) }),
    form: ['priority'],
  },
  newNightly: {
    ...post,
    path: '/self-serve/:branch/rev/:revision/nightly',
    input: s.object({ branch, revision: exactRevision, priority: s.optional(priority) }),
    form: ['priority'],
  },
  newBuildForBuilder: {
    ...post,
    path: '/self-serve/:branch/builders/:builder/:revision',
    input: s.object({
      branch,
      builder: s.string().check(s.minLength(1)),
      revision: exactRevision,
      priority: s.optional(priority),
      properties: s.optional(json),
      files: s.optional(json),
    }),
    form: ['priority', 'properties', 'files'],
  },

  pendingAll: { ...get, group: 'now', path: '/pending', input: s.object({}), reply: PendingNow },
  pending: { ...get, group: 'now', path: '/pending/:branch', input: s.object({ branch }), reply: PendingNow },
  runningAll: { ...get, group: 'now', path: '/running', input: s.object({}), reply: RunningNow },
  running: { ...get, group: 'now', path: '/running/:branch', input: s.object({ branch }), reply: RunningNow },
  recent: {
    ...get,
    group: 'history',
    path: '/recent',
    input: s.object({ numbuilds: s.optional(s.int()) }),
    query: ['numbuilds'],
    reply: s.array(RecentBuild),
  },
  recentOf: {
    ...get,
    group: 'history',
    path: '/recent/:slave',
    input: s.object({ slave: s.string().check(s.minLength(1)), numbuilds: s.optional(s.int()) }),
    query: ['numbuilds'],
    reply: s.array(RecentBuild),
  },
  revision: {
    ...get,
    group: 'history',
    path: '/revision/:branch/:revision',
    input: s.object({ branch, revision }),
    reply: RevisionNow,
  },
  pushesAll: { ...get, group: 'history', path: '/pushes', input: s.object({}), reply: Pushes },
  pushes: { ...get, group: 'history', path: '/pushes/:branch', input: s.object({ branch }), reply: Pushes },
  pushesFrom: {
    ...get,
    group: 'history',
    path: '/pushes/:branch/:from',
    input: s.object({ branch, from: s.int() }),
    reply: Pushes,
  },
  pushesBetween: {
    ...get,
    group: 'history',
    path: '/pushes/:branch/:from/:to',
    input: s.object({ branch, from: s.int(), to: s.int() }),
    reply: Pushes,
  },
} as const satisfies Record<string, Endpoint>

export type Endpoints = typeof endpoints
export type EndpointName = keyof Endpoints
/** What a caller gives: one flat object; the table says what goes into the path, the query and the form. */
export type CallInput<K extends EndpointName> = Infer<Endpoints[K]['input']>
/** What the server says, typed. */
export type Reply<K extends EndpointName> = Infer<Endpoints[K]['reply']>
export type WriteName = { [K in EndpointName]: Endpoints[K]['group'] extends 'writes' ? K : never }[EndpointName]
export type ReadName = Exclude<EndpointName, WriteName>
/** Lists too long for one object: read as bytes, row by row (`src/table`). */
export type ListName = 'branchDay' | 'push'
export const endpointNames = Object.keys(endpoints).filter((name): name is EndpointName => name in endpoints)
