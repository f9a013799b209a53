import { likeRevision } from './cancelling.ts'
import { onBranch } from './lines.ts'
import type { Build, Request } from './model.ts'
import { buildRow, requestRow } from './rows.ts'
import type { World } from './world.ts'
import { dayAfter, midnight } from './zone.ts'

const newestFirst = (a: Request, b: Request): number => b.id - a.id

/** Index of the first build that started at or after `at`. Builds are in the order of their start. */
function firstSince(builds: readonly Build[], at: number): number {
  let low = 0
  let high = builds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((builds[middle]?.startAt ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * `/self-serve/{branch}`: builds started on that day, newest first, then requests submitted on it and still pending
 * (contract surprises 26, 37). `bad` is put in place of the third row (scenario `garbage`).
 */
export function dayList(world: World, branch: string, date: string, bad: string | null): string {
  const from = midnight(date)
  const until = midnight(dayAfter(date))
  const rows: string[] = []
  for (let index = firstSince(world.builds, until) - 1; index >= 0; index -= 1) {
    const build = world.builds[index]
    if (!build || build.startAt < from) break
    if (onBranch(build.requests.at(-1)?.sourceBranch ?? null, branch)) rows.push(buildRow(build))
  }
  if (bad !== null) rows.splice(2, 1, bad)
  const pending = [...world.pending].filter(
    ({ submittedAt, sourceBranch }) => submittedAt >= from && submittedAt < until && onBranch(sourceBranch, branch),
  )
  for (const request of pending.toSorted(newestFirst)) rows.push(requestRow(request))
  return `[${rows.join(', ')}]`
}

/** Requests the server finds for a revision: LIKE its first 12 characters, case ignored (contract surprise 35). */
export function ofRevision(world: World, branch: string, revision: string): Request[] {
  const short = revision.slice(0, 12).toLowerCase()
  const like = likeRevision(short)
  const exact = /^[0-9a-f]{12}$/.test(short)
  const found = exact
    ? (world.byRevision.get(short) ?? [])
    : [...world.byRevision].filter(([known]) => like.test(known)).flatMap(([, requests]) => requests)
  return found.filter(({ sourceBranch }) => onBranch(sourceBranch, branch))
}

/** Builds of these requests, newest first, each with those of its requests that are among them. */
export function buildsOf(requests: readonly Request[]): { build: Build; shown: Request[] }[] {
  const shown = new Map<Build, Request[]>()
  for (const request of requests) {
    for (const { build } of request.builds) {
      const others = shown.get(build)
      if (others) others.push(request)
      else shown.set(build, [request])
    }
  }
  return [...shown]
    .map(([build, own]) => ({ build, shown: own.toSorted((a, b) => a.id - b.id) }))
    .toSorted((a, b) => (b.build.ids.at(-1) ?? 0) - (a.build.ids.at(-1) ?? 0))
}

/** `/rev/{revision}`, or null where nothing is known: never existed, or all cancelled while pending (268). */
export function pushList(world: World, branch: string, revision: string): string | null {
  const requests = ofRevision(world, branch, revision)
  const rows = buildsOf(requests).map(({ build, shown }) => buildRow(build, shown))
  for (const request of requests.filter((one) => world.pending.has(one)).toSorted(newestFirst)) {
    rows.push(requestRow(request))
  }
  return rows.length === 0 ? null : `[${rows.join(', ')}]`
}
