import { RETRY, SUCCESS, WARNINGS } from './model.ts'
import type { Build, Builder, Pool, Push, Request } from './model.ts'
import { outcomeOf } from './outcomes.ts'
import { wants } from './plans.ts'
import { freeMachine, takeMachine } from './pools.ts'
import { mix, roll, rollBetween } from './prng.ts'
import { firstBuildId, newBuildset, revisionFor, schedule, submit } from './world.ts'
import type { World } from './world.ts'

/** A request that was given back by its machine is not tried a third time. */
const maxAttempts = 2

/** Scheduled work of a push; its own draw of luck depends on push and builder alone. */
export function submitScheduled(
  world: World,
  push: Push,
  builder: Builder,
  buildsetId: number,
  reason: string,
  priority: number,
): void {
  const { sourceBranch } = builder
  const key = mix(push.key, builder.key)
  const revision = revisionFor(builder, push)
  announce(
    world,
    submit(world, { key, buildsetId, builder, push, sourceBranch, revision, priority, reason }, world.now),
  )
}

/** Seconds until a master has seen a request: at least, at most. */
function patienceFor(request: Request): [number, number] {
  // What was given back is let rest.
  if (request.attempts > 0) return [60, 150]
  // Where pushes are merged, they are let gather first.
  return request.builder.line.merges && request.builder.kind === 'build' ? [40, 160] : [4, 26]
}

/** Some seconds later a master has seen the request. */
export function announce(world: World, request: Request): void {
  const [least, most] = patienceFor(request)
  const wait = rollBetween(mix(request.key, request.attempts), 21, least, most)
  schedule(world, world.now + wait, { kind: 'ready', request })
}

/** Puts a pending request into its pool's queue; again when its priority changed (the older entry is then void). */
export function enqueue(world: World, request: Request): void {
  if (!world.pending.has(request)) return
  const { pool } = request.builder
  pool.queue.push({ request, priority: request.priority })
  dispatch(world, pool)
}

/** Gives machines to the first in the queue, as long as there are any. */
export function dispatch(world: World, pool: Pool): void {
  for (let first = pool.queue.peek(); first; first = pool.queue.peek()) {
    const { request, priority } = first
    if (!world.pending.has(request) || request.priority !== priority) {
      pool.queue.pop()
      continue
    }
    const machine = takeMachine(pool, world.now)
    if (!machine) return
    pool.queue.pop()
    startBuild(world, request, machine)
  }
}

/** Requests one build can serve: of the same revision, or of any where the line merges (contract surprise 31). */
function mergeable(request: Request): Request[] {
  const { builder } = request
  if (builder.kind === 'nightly' || builder.waiting.length === 1) return [request]
  return builder.waiting.filter(
    (other) =>
      other === request ||
      (other.sourceBranch === request.sourceBranch &&
        (builder.line.merges ||
          (other.revision === request.revision && other.extra === null && request.extra === null))),
  )
}

function startBuild(world: World, request: Request, machine: Build['machine']): void {
  const { builder } = request
  const requests = mergeable(request)
  const outcome = outcomeOf(request, builder, machine, world.now, world.storm)
  builder.number += 1
  builder.lastStart = world.now
  builder.waiting = builder.waiting.filter((other) => !requests.includes(other))
  const build: Build = {
    builder,
    number: builder.number,
    machine,
    requests,
    ids: [],
    startAt: world.now,
    endAt: null,
    endsAt: world.now + outcome.seconds,
    ends:
      outcome.result === RETRY && request.attempts + 1 >= maxAttempts && roll(request.key, 3) < 0.5
        ? SUCCESS
        : outcome.result,
    statusId: world.builds.length + 1,
    result: null,
  }
  for (const one of requests) {
    const id = firstBuildId + world.rows.length
    one.claimedAt = Math.max(one.submittedAt, world.now - 2)
    one.claimedBy = machine
    one.builds.push({ id, build })
    build.ids.push(id)
    world.rows.push({ build, request: one })
    world.pending.delete(one)
  }
  world.builds.push(build)
  world.running.add(build)
  schedule(world, build.endsAt, { kind: 'end', build })
}

/** Stops a running build some seconds from now. */
export function stopBuild(world: World, build: Build, at: number, result: number): void {
  build.endsAt = at
  build.ends = result
  schedule(world, at, { kind: 'end', build })
}

/** A build is over: its requests have a result or wait again, its tests start, its machine takes the next. */
export function endBuild(world: World, build: Build): void {
  const { builder, requests } = build
  build.endAt = world.now
  build.result = build.ends
  world.running.delete(build)
  freeMachine(builder.pool, build.machine)
  for (const request of requests) {
    request.attempts += 1
    if (build.ends === RETRY && request.attempts < maxAttempts) {
      // The request waits again; its old build keeps an end time and loses its status (contract surprise 29).
      request.claimedAt = 0
      request.claimedBy = null
      world.pending.add(request)
      builder.waiting.push(request)
      announce(world, request)
    } else {
      request.complete = true
      request.completeAt = world.now
      request.results = build.ends
    }
  }
  if (build.ends === SUCCESS || build.ends === WARNINGS) startTests(world, build)
  else if (builder.line.name === 'try' && build.ends !== RETRY) {
    world.failedLately.push(build)
    if (world.failedLately.length > 60) world.failedLately.shift()
  }
  dispatch(world, builder.pool)
}

function startTests(world: World, build: Build): void {
  const request = build.requests.at(-1)
  if (!request || build.builder.tests.length === 0 || request.attempts > maxAttempts) return
  const { push } = request
  const buildsetId = newBuildset(world)
  for (const test of build.builder.tests) {
    if (push.plan && !wants(push.plan, test)) continue
    const reason = test.kind === 'talos' ? `Triggerable(${test.scheduler})` : 'scheduler'
    submitScheduled(world, push, test, buildsetId, reason, request.priority)
  }
}
