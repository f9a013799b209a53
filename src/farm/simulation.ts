import { act } from './agent.ts'
import { doDeed } from './deeds.ts'
import { RETRY } from './model.ts'
import type { Line, Plan, Push } from './model.ts'
import { authorOf, authors } from './people.ts'
import { breakageOf, planOf, wants } from './plans.ts'
import { hashText, mix, roll, rollBetween, rollHex } from './prng.ts'
import { dispatch, endBuild, enqueue, stopBuild, submitScheduled } from './work.ts'
import { newBuildset, schedule } from './world.ts'
import type { Stream, World } from './world.ts'
import { dayAfter, midnight, serverDate } from './zone.ts'

/** Lets the world go on until `now` (seconds since epoch). It never goes back. */
export function advance(world: World, now: number): void {
  for (let event = world.events.peek(); event && event.at <= now; event = world.events.peek()) {
    world.events.pop()
    world.now = Math.max(world.now, event.at)
    const { what } = event
    if (what.kind === 'push') pushArrives(world, what.stream)
    else if (what.kind === 'staged') stagedPush(world, what.line, what.key, what.platforms)
    else if (what.kind === 'reopen') dispatch(world, what.pool)
    else if (what.kind === 'lost') loseMachine(world)
    else if (what.kind === 'ready') enqueue(world, what.request)
    else if (what.kind === 'end') {
      if (what.build.endAt === null && what.build.endsAt === event.at) endBuild(world, what.build)
    } else if (what.kind === 'nightly') nightFalls(world, what.line, what.again)
    else if (what.kind === 'act') act(world, what.job)
    else doDeed(world, what.deed, what.key)
  }
  world.now = Math.max(world.now, now)
}

/** When the stream's n-th push is due: evenly spread with a good deal of chance; in threes where they are merged. */
export function dueAt(stream: Stream, index: number): number {
  const bunch = stream.line.merges ? 3 : 1
  const first = Math.floor(index / bunch)
  const due = stream.origin + (first + 0.9 * roll(mix(stream.key, first), 5)) * bunch * stream.gap
  return Math.round(due + (index % bunch) * rollBetween(mix(stream.key, index), 6, 10, 45))
}

function pushArrives(world: World, stream: Stream): void {
  const { line, key, next: index } = stream
  stream.next += 1
  schedule(world, Math.max(world.now, dueAt(stream, stream.next)), { kind: 'push', stream })
  const plan = planOf(world.catalogue, line, key, index)
  const pushKey = mix(key, index)
  take(world, line, { key: pushKey, plan, breaks: breakageOf(pushKey, plan), author: authorOf(pushKey) })
}

/** A push that has to be there, of all suites on the platforms given. */
function stagedPush(world: World, line: Line, key: number, chosen: readonly string[]): void {
  const plan: Plan = { key, platforms: new Set(chosen), debug: true, pgo: false, suites: 1 }
  take(world, line, { key, plan, breaks: { platform: null, family: null }, author: authors[0] })
}

function take(
  world: World,
  line: Line,
  { plan, ...given }: Pick<Push, 'key' | 'breaks' | 'author'> & { plan: Plan },
): void {
  const { key } = given
  const push: Push = {
    ...given,
    line,
    at: world.now,
    revision: rollHex(mix(key, 77), 40),
    changes: roll(key, 6) < 0.25 ? rollBetween(key, 66, 2, 4) : 1,
    plan,
  }
  world.pushes.push(push)
  const buildsetId = newBuildset(world)
  for (const builder of world.catalogue.starters.get(line.name) ?? []) {
    if (wants(plan, builder)) submitScheduled(world, push, builder, buildsetId, 'scheduler', line.priority)
  }
}

/** The machine of a try build is gone: the build is given back. */
function loseMachine(world: World): void {
  for (const build of world.running) {
    const [request, other] = build.requests
    if (other || request?.attempts !== 0 || build.builder.line.name !== 'try' || build.builder.kind !== 'build')
      continue
    if (build.endsAt > world.now + 900) return stopBuild(world, build, world.now, RETRY)
  }
}

/** The scheduled nightlies of a line, whose revision nobody told (035, 041); `again` the next night. */
function nightFalls(world: World, line: Line, again: boolean): void {
  if (again) {
    const tomorrow = midnight(dayAfter(serverDate(world.now))) + 3 * 3600 + 120
    schedule(world, tomorrow, { kind: 'nightly', line, again })
  }
  const key = mix(mix(world.seed, hashText(line.name)), Math.floor(world.now / 3600))
  const breaks = { platform: roll(key, 1) < 0.2 ? 'win32' : null, family: null }
  const push: Push = { key, line, at: world.now, revision: null, author: 'ffxbld', changes: 0, plan: null, breaks }
  const red = world.redNightliesFrom !== null && world.now >= world.redNightliesFrom
  if (red) push.breaks = { platform: 'linux64', family: null }
  const reason = `The Nightly scheduler named '${line.name} nightly' triggered this build`
  const buildsetId = newBuildset(world)
  for (const builder of world.catalogue.nightlies.get(line.name) ?? []) {
    submitScheduled(world, push, builder, buildsetId, reason, 5)
  }
}
