import { endpointNames, routes } from '../../contract/routes.ts'
import type { EndpointName, Route } from '../../contract/routes.ts'

/** What each endpoint tells or does. */
const told: Record<EndpointName, string> = {
  branches: 'All branches, with their repositories',
  jobRequests: 'The log of what was asked for, newest first',
  jobRequest: 'One action of the log',
  branchDay: 'A day of a branch; without a date, today',
  push: 'All jobs of a revision',
  isDone: 'Whether a push is complete, and has passed',
  build: 'One build, never a cached copy',
  request: 'One request, never a cached copy',
  builders: 'The builders of a branch',
  userJobs: 'The jobs of a person on a branch',
  reprioritize: 'Set the priority of a request',
  cancelRequest: 'Cancel a request',
  cancelBuild: 'Stop a build',
  cancelRevision: 'Cancel all that waits or runs of a revision, also on branches whose names begin or end alike',
  rebuildBuild: 'Rebuild a build; without a priority the new requests get 0',
  rebuildRequest: 'Rebuild a request; without a priority the new requests get 0',
  newBuild: 'All builds of a revision',
  newPgoBuild: 'PGO builds of a revision',
  newNightly: 'All nightlies of the branch',
  newBuildForBuilder: 'One builder at a revision',
  pendingAll: 'What waits now, on all branches',
  pending: 'What waits now on a branch',
  runningAll: 'What runs now, on all branches',
  running: 'What runs now on a branch',
  recent: 'The builds that ended last',
  recentOf: 'The builds that ended last on a machine',
  revision: 'What waits and runs of a revision',
  pushesAll: 'How many pushes there were, by author',
  pushes: 'The same of a branch',
  pushesFrom: 'The same since a time, in seconds since epoch',
  pushesBetween: 'The same between two times',
}

/** One line of the table of endpoints. */
export type ApiLine = { name: EndpointName; method: string; path: string; tells: string; curl: string }

/** `:branch` is to be filled in: `BRANCH`. */
const filled = (path: string): string => path.replaceAll(/:(\w+)/g, (_, name: string) => name.toUpperCase())

/**
 * A line for a shell, with capitals where something is to be filled in, and no credentials. `base`: origin and path of
 * the API. What may be left out of a reading is left out; the fields of a write are all there.
 */
function curlOf({ method, path, form = [] }: Route, base: string): string {
  const verb = method === 'GET' ? '' : ` -X ${method}`
  const fields = form.map((field) => ` -d ${field}=${field.toUpperCase()}`).join('')
  return `curl${verb}${fields} '${base}${filled(path)}?format=json'`
}

/** All endpoints, those that only read first. */
export const apiLines = (base: string): readonly ApiLine[] =>
  endpointNames
    .map((name) => {
      const route: Route = routes[name]
      return { name, method: route.method, path: route.path, tells: told[name], curl: curlOf(route, base) }
    })
    .toSorted((a, b) => Number(a.method !== 'GET') - Number(b.method !== 'GET'))
