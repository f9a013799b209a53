import { failed, said } from './errands.ts'
import type { Words } from './errands.ts'
import { onBranch } from './lines.ts'
import { EXCEPTION } from './model.ts'
import type { Build, Builder, Request } from './model.ts'
import { mix, rollBetween } from './prng.ts'
import { stopBuild } from './work.ts'
import { rowById } from './world.ts'
import type { World } from './world.ts'

/** Releases are not stopped by anybody. */
export const unstoppable = (builder: Builder): boolean => builder.kind === 'release'

/** Cancels a request: takes it from the queue, or stops the build that serves it. */
export function cancel(world: World, request: Request): Words {
  if (request.complete) return said(`Request ${request.id} is complete, nothing to do`)
  const build = runningBuild(request)
  if (!build) {
    drop(world, request)
    return said(`${request.id}: Ok`)
  }
  if (unstoppable(request.builder)) return said(`${request.id}: Not stopping unstoppable build`)
  stop(world, build)
  return said(`${request.id}: Ok`)
}

export function cancelBuild(world: World, id: number): Words {
  const row = rowById(world, id)
  if (!row) return failed('No build with that id')
  if (row.request.complete) return said('Build is complete, nothing to do')
  // The build of a request that waits again: no master has it (226).
  if (row.build.endAt !== null) return failed('Error cancelling build')
  if (unstoppable(row.build.builder)) return said('Not stopping unstoppable build')
  stop(world, row.build)
  return said('Ok')
}

const runningBuild = (request: Request): Build | null => {
  const last = request.builds.at(-1)?.build
  return last && last.endAt === null ? last : null
}

/** A real master takes a moment and chooses the code; 4 is the recorded one (219). */
function stop(world: World, build: Build): void {
  const at = world.now + rollBetween(mix(world.seed, build.ids[0] ?? 0), 2, 1, 3)
  if (at < build.endsAt) stopBuild(world, build, at, EXCEPTION)
}

/** Cancelled while pending: it vanishes from every list (contract surprise 30). */
function drop(world: World, request: Request): void {
  request.complete = true
  request.completeAt = world.now
  world.pending.delete(request)
  request.builder.waiting = request.builder.waiting.filter((other) => other !== request)
}

/** The agent compares with LIKE: "%" and "_" are wildcards (contract surprise 19). */
export function likeRevision(asked: string): RegExp {
  const escaped = asked.slice(0, 12).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`^${escaped.replaceAll('%', '.*').replaceAll('_', '.')}`, 'i')
}

/** Every active request the agent's comparison hits, one message a line; empty where there was none (228). */
export function cancelRevision(world: World, branch: string, revision: string): Words {
  const like = likeRevision(revision)
  const active = [...world.pending, ...[...world.running].flatMap(({ requests }) => requests)]
  const words = active
    .filter(
      (request) => request.revision !== null && like.test(request.revision) && onBranch(request.sourceBranch, branch),
    )
    .toSorted((a, b) => a.id - b.id)
    .map((request) => cancel(world, request))
  return { errors: words.some(({ errors }) => errors), msg: words.map(({ msg }) => msg).join('\n') }
}
