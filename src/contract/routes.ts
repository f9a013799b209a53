/** Endpoints that fail together: a breaker is kept per group, so a broken log does not blank the queue. */
export type EndpointGroup = 'branches' | 'lists' | 'now' | 'single' | 'log' | 'history' | 'writes'

/** One route of the API. What its path does not name stands in the query or the form. */
export type Route = {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  path: string
  group: EndpointGroup
  query?: readonly string[]
  form?: readonly string[]
}

/**
 * Every route of the self-serve API, literal paths above parametric ones; what is said there and answered is in
 * `endpoints.ts`. Apart from it, so that asking for a list needs no schema library.
 */
export const routes = {
  branches: { method: 'GET', group: 'branches', path: '/self-serve/branches' },
  jobRequests: { method: 'GET', group: 'log', path: '/self-serve/jobs', query: ['num', 'offset'] },
  jobRequest: { method: 'GET', group: 'log', path: '/self-serve/jobs/:job_id' },
  branchDay: { method: 'GET', group: 'lists', path: '/self-serve/:branch', query: ['date'] },
  push: { method: 'GET', group: 'lists', path: '/self-serve/:branch/rev/:revision' },
  isDone: { method: 'GET', group: 'single', path: '/self-serve/:branch/rev/:revision/is_done', query: ['stableDelay'] },
  build: { method: 'GET', group: 'single', path: '/self-serve/:branch/build/:build_id' },
  request: { method: 'GET', group: 'single', path: '/self-serve/:branch/request/:request_id' },
  builders: { method: 'GET', group: 'history', path: '/self-serve/:branch/builders' },
  userJobs: { method: 'GET', group: 'history', path: '/self-serve/:branch/user/:user' },
  reprioritize: { method: 'PUT', group: 'writes', path: '/self-serve/:branch/request/:request_id', form: ['priority'] },
  cancelRequest: { method: 'DELETE', group: 'writes', path: '/self-serve/:branch/request/:request_id' },
  cancelBuild: { method: 'DELETE', group: 'writes', path: '/self-serve/:branch/build/:build_id' },
  cancelRevision: { method: 'DELETE', group: 'writes', path: '/self-serve/:branch/rev/:revision' },
  rebuildBuild: {
    method: 'POST',
    group: 'writes',
    path: '/self-serve/:branch/build',
    form: ['build_id', 'priority', 'count'],
  },
  rebuildRequest: {
    method: 'POST',
    group: 'writes',
    path: '/self-serve/:branch/request',
    form: ['request_id', 'priority', 'count'],
  },
  newBuild: { method: 'POST', group: 'writes', path: '/self-serve/:branch/rev/:revision' },
  newPgoBuild: { method: 'POST', group: 'writes', path: '/self-serve/:branch/rev/:revision/pgo', form: ['priority'] },
  newNightly: {
    method: 'POST',
    group: 'writes',
    path: '/self-serve/:branch/rev/:revision/nightly',
    form: ['priority'],
  },
  newBuildForBuilder: {
    method: 'POST',
    group: 'writes',
    path: '/self-serve/:branch/builders/:builder/:revision',
    form: ['priority', 'properties', 'files'],
  },
  pendingAll: { method: 'GET', group: 'now', path: '/pending' },
  pending: { method: 'GET', group: 'now', path: '/pending/:branch' },
  runningAll: { method: 'GET', group: 'now', path: '/running' },
  running: { method: 'GET', group: 'now', path: '/running/:branch' },
  recent: { method: 'GET', group: 'history', path: '/recent', query: ['numbuilds'] },
  recentOf: { method: 'GET', group: 'history', path: '/recent/:slave', query: ['numbuilds'] },
  revision: { method: 'GET', group: 'history', path: '/revision/:branch/:revision' },
  pushesAll: { method: 'GET', group: 'history', path: '/pushes' },
  pushes: { method: 'GET', group: 'history', path: '/pushes/:branch' },
  pushesFrom: { method: 'GET', group: 'history', path: '/pushes/:branch/:from' },
  pushesBetween: { method: 'GET', group: 'history', path: '/pushes/:branch/:from/:to' },
} as const satisfies Record<string, Route>

export type Routes = typeof routes
export type EndpointName = keyof Routes
export type WriteName = { [K in EndpointName]: Routes[K]['group'] extends 'writes' ? K : never }[EndpointName]
export type ReadName = Exclude<EndpointName, WriteName>
/** Lists too long for one object: read as bytes, row by row (`src/table`). */
export type ListName = 'branchDay' | 'push'
export const endpointNames = Object.keys(routes).filter((name): name is EndpointName => name in routes)

/** How a day is written: midnight to midnight in the server's zone. */
export const dayPattern = /^\d{4}-\d{2}-\d{2}$/
