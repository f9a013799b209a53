import { logJob } from './errands.ts'
import type { Errand } from './errands.ts'
import { shortBranch } from './lines.ts'
import type { Request } from './model.ts'
import { actorOf } from './people.ts'
import { mix, roll, rollBetween } from './prng.ts'
import { schedule } from './world.ts'
import type { Deed, World } from './world.ts'

/** Seconds between what people of the farm ask for once the world is born: only what takes nothing away. */
const pace = 1100

/** Somebody asks for something, through the same log and agent as the API's callers. */
export function doDeed(world: World, deed: Deed, key: number): void {
  const errand = choose(world, deed, key)
  if (errand) logJob(world, errand, actorOf(key), deed === 'orphan')
  if (deed === 'life')
    schedule(world, world.now + rollBetween(key, 1, pace / 2, pace * 2), { kind: 'deed', deed, key: mix(key, 9) })
}

function choose(world: World, deed: Deed, key: number): Errand | null {
  switch (deed) {
    case 'life':
      return roll(key, 3) < 0.75 ? rebuildFailed(world, key, rollBetween(key, 4, 1, 2)) : reprioritize(world, key)
    case 'rebuild':
      return rebuildFailed(world, key, rollBetween(key, 4, 1, 2))
    case 'rebuildThrice': {
      const rows = world.builds.filter(({ builder }) => builder.name === 'Linux x86-64 try build')
      const bid = rows.at(-1)?.ids.at(-1)
      return bid === undefined ? null : { action: 'rebuild_build', what: { bid, priority: 5, count: 3 } }
    }
    case 'cancelPending': {
      const request = somePending(world, key)
      return request && { action: 'cancel_request', what: { brid: request.id } }
    }
    case 'cancelRunning': {
      const running = [...world.running].filter(({ builder }) => builder.line.name === 'try' && builder.kind === 'test')
      const bid = running[rollBetween(key, 5, 0, running.length - 1)]?.ids.at(-1)
      return bid === undefined ? null : { action: 'cancel_build', what: { bid } }
    }
    case 'reprioritize':
    case 'orphan':
      return reprioritize(world, key)
  }
}

function rebuildFailed(world: World, key: number, count: number): Errand | null {
  const build = world.failedLately[rollBetween(key, 6, 0, world.failedLately.length - 1)]
  const bid = build?.ids.at(-1)
  return bid === undefined ? null : { action: 'rebuild_build', what: { bid, priority: 0, count } }
}

function reprioritize(world: World, key: number): Errand | null {
  const request = somePending(world, key)
  return request && { action: 'reprioritize', what: { brid: request.id, priority: rollBetween(key, 7, 1, 5) } }
}

function somePending(world: World, key: number): Request | null {
  const pending = [...world.pending].filter(({ sourceBranch }) => shortBranch(sourceBranch) === 'try')
  return pending[rollBetween(key, 8, 0, pending.length - 1)] ?? null
}
