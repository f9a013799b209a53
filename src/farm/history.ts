import { jsonText } from './json.ts'
import { onBranch } from './lines.ts'
import { buildsOf } from './lists.ts'
import type { Build, Request } from './model.ts'
import { buildRow, requestRow } from './rows.ts'
import type { World } from './world.ts'

/** `/self-serve/{branch}/user/{user}` gives at most this many of each. */
const most = 200

/** `/self-serve/{branch}/user/{user}`: exact author; a push of n changesets repeats each request n times (109). */
export function userJobs(world: World, branch: string, user: string): string {
  const revisions = world.pushes.filter((push) => push.author === user && push.revision !== null)
  const requests: Request[] = []
  for (const push of revisions.toReversed().slice(0, most)) {
    const own = world.byRevision.get((push.revision ?? '').slice(0, 12)) ?? []
    requests.push(...own.filter(({ sourceBranch }) => onBranch(sourceBranch, branch)))
  }
  const builds = buildsOf(requests)
  const repeated = (shown: readonly Request[]): Request[] =>
    shown.flatMap((request) => Array<Request>(Math.max(1, request.push.changes)).fill(request))
  const rows = (wanted: boolean): string =>
    builds
      .filter(({ build }) => (build.endAt === null) === wanted)
      .slice(0, most)
      .map(({ build, shown }) => buildRow(build, repeated(shown)))
      .join(', ')
  const pending = requests.filter((request) => world.pending.has(request)).toSorted((a, b) => b.id - a.id)
  return `{"running": [${rows(true)}], "builds": [${rows(false)}], "pending": [${pending.slice(0, most).map(requestRow).join(', ')}]}`
}

/** `/self-serve/{branch}/builders`: what ran in 60 days and has the branch in its name (contract surprise 39). */
export const buildersOf = (world: World, branch: string): string =>
  `[${world.catalogue.builders
    .filter((builder) => builder.lastStart > world.now - 60 * 24 * 3600 && builder.name.includes(branch))
    .map((builder) => builder.json)
    .toSorted()
    .join(', ')}]`

function recentItem(build: Build): string {
  const { builder, machine } = build
  // A builder the status database has not been told of yet (129).
  const unknown = build.endAt === null && builder.key % 23 === 0
  const buildname = `${builder.line.name}_${builder.platform}${builder.suite === '' ? '' : `_test-${builder.suite}`}`
  return `{"buildername": ${unknown ? '""' : builder.json}, "buildnumber": ${build.number}, "slavename": ${jsonText(machine.name)}, "master": ${jsonText(machine.master.short)}, "result": ${build.result}, "starttime": ${build.startAt}, "buildname": ${jsonText(buildname)}, "endtime": ${build.endAt}, "id": ${build.statusId}}`
}

/** `/recent[/{slave}]`: with a machine (a prefix unless `greedy` is false) only what has ended (contract surprise 42). */
export function recentBuilds(world: World, count: number, slave: string | null, greedy: boolean): string {
  const rows: string[] = []
  for (let index = world.builds.length - 1; index >= 0 && rows.length < count; index -= 1) {
    const build = world.builds[index]
    if (!build) break
    const { name } = build.machine
    if (slave !== null && (build.endAt === null || !(greedy ? name.startsWith(slave) : name === slave))) continue
    rows.push(recentItem(build))
  }
  return `[${rows.join(', ')}]`
}

/** `/pushes…`: per author, distinct (revision, branch) pairs, not pushes (contract surprise 43). Times in seconds. */
export function pushCounts(world: World, branch: string | null, from: number, to: number): Record<string, number> {
  const counts: Record<string, number> = {}
  let total = 0
  for (const push of world.pushes) {
    if (push.revision === null || push.at < from || push.at > to) continue
    if (branch !== null && push.line.name !== branch) continue
    counts[push.author] = (counts[push.author] ?? 0) + 1
    total += 1
  }
  return { ...counts, TOTAL: total }
}

/** `is_done` (contract surprise 36), told from the same kept list as `/rev/`. `stableDelay` and `now` in seconds. */
export function isDone(list: string, stableDelay: number, now: number): string {
  const rows: { endtime?: number | null; status?: number | null }[] = JSON.parse(list)
  const complete = rows.every(({ endtime }) => typeof endtime === 'number' && endtime < now - stableDelay)
  const passed = complete && rows.every(({ status }) => status === 0 || status === 5)
  return `{"stableDelay": ${stableDelay}, "job_passed": ${passed}, "job_complete": ${complete}}`
}
