import { shortBranch } from './lines.ts'
import type { Build, Request } from './model.ts'
import { jsonText } from './json.ts'
import type { World } from './world.ts'

/** Branch, then revision, then items as JSON text: the shape of `/pending`, `/running` and `/revision`. */
class ByRevision {
  private readonly branches = new Map<string, Map<string, string[]>>()

  add(sourceBranch: string | null, revision: string | null, item: string): void {
    const branch = shortBranch(sourceBranch)
    const revisions = this.branches.get(branch) ?? new Map<string, string[]>()
    this.branches.set(branch, revisions)
    const key = revision ?? 'Unknown'
    const items = revisions.get(key)
    if (items) items.push(item)
    else revisions.set(key, [item])
  }

  toJson(): string {
    const branches = [...this.branches].map(([branch, revisions]) => {
      const inner = [...revisions].map(([revision, items]) => `${jsonText(revision)}: [${items.join(', ')}]`)
      return `${jsonText(branch)}: {${inner.join(', ')}}`
    })
    return `{${branches.join(', ')}}`
  }
}

/** These resources look for the branch anywhere in the name (114), null meaning all. */
const within = (sourceBranch: string | null, branch: string | null): boolean =>
  branch === null || (sourceBranch !== null && sourceBranch.includes(branch))

const pendingItem = (request: Request): string =>
  `{"submitted_at": ${request.submittedAt}, "id": ${request.id}, "buildername": ${request.builder.json}}`

function pendingJson(world: World, branch: string | null): string {
  const found = new ByRevision()
  for (const request of world.pending) {
    if (within(request.sourceBranch, branch)) found.add(request.sourceBranch, request.revision, pendingItem(request))
  }
  return found.toJson()
}

/** `/pending[/{branch}]`; `id` is the request's. Never cached. */
export const pendingNow = (world: World, branch: string | null): string => `{"pending": ${pendingJson(world, branch)}}`

function runningItem(build: Build): string {
  const top = build.requests.at(-1)
  const ids = build.requests.map(({ id }) => id)
  const revision = top?.revision ?? null
  return `{"submitted_at": ${build.requests[0]?.submittedAt ?? 0}, "buildername": ${build.builder.json}, "start_time": ${build.startAt}, "number": ${build.number}, "claimed_by_name": ${build.machine.master.json}, "request_ids": [${ids.join(', ')}], "last_heartbeat": ${top?.claimedAt ?? 0}, "id": ${build.ids.at(-1) ?? 0}, "revision": ${revision === null ? 'null' : jsonText(revision)}}`
}

/** `/running[/{branch}]`; `id` is the build's. Never cached. */
export function runningNow(world: World, branch: string | null): string {
  const found = new ByRevision()
  for (const build of world.running) {
    const top = build.requests.at(-1)
    if (top && within(top.sourceBranch, branch)) found.add(top.sourceBranch, top.revision, runningItem(build))
  }
  return `{"running": ${found.toJson()}}`
}

function revisionItem(request: Request, build: Build | null): string {
  const { results } = request
  return `{"submitted_at": ${request.submittedAt}, "buildername": ${request.builder.json}, "finish_time": ${build?.endAt ?? null}, "start_time": ${build?.startAt ?? null}, "claimed_at": ${request.claimedAt}, "number": ${build?.number ?? null}, "claimed_by_name": ${request.claimedBy?.master.json ?? 'null'}, "results": ${results}, "id": ${request.id}, "buildsetid": ${request.buildsetId}}`
}

/** `/revision/{branch}/{revision}`: not cut to 12 (140); `pending` is all of the branch (contract surprise 41). */
export function revisionNow(world: World, branch: string, revision: string): string {
  const all = new ByRevision()
  const asked = revision.toLowerCase()
  const requests = world.byRevision.get(asked.slice(0, 12)) ?? []
  for (const request of requests) {
    if (!request.revision?.startsWith(asked) || !within(request.sourceBranch, branch)) continue
    const vanished = request.complete && request.builds.length === 0
    if (vanished) continue
    for (const build of request.builds.length > 0 ? request.builds.map((row) => row.build) : [null]) {
      all.add(request.sourceBranch, request.revision, revisionItem(request, build))
    }
  }
  return `{"all": ${all.toJson()}, "branch": ${jsonText(branch)}, "pending": ${pendingJson(world, branch)}, "revision": ${jsonText(revision)}}`
}
