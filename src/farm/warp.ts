import type { World } from './world.ts'

/**
 * Presses the simulated part of today (`start` to `birth`) into the part that has passed, and moves what was before
 * to before midnight. The order of all times is kept; what is still to come is left alone. Seconds throughout.
 */
export function warp(world: World, { start, birth, passed }: { start: number; birth: number; passed: number }): void {
  const span = birth - start
  const moved = span - passed
  const press = (at: number): number => {
    if (at >= birth) return at
    return at < start ? at + moved : Math.floor(birth - ((birth - at) * passed) / span)
  }
  const pressMaybe = (at: number | null): number | null => (at === null ? null : press(at))
  for (const request of world.requests) {
    request.submittedAt = press(request.submittedAt)
    if (request.claimedAt !== 0) request.claimedAt = press(request.claimedAt)
    request.completeAt = pressMaybe(request.completeAt)
  }
  for (const build of world.builds) {
    build.startAt = press(build.startAt)
    build.endAt = pressMaybe(build.endAt)
  }
  for (const push of world.pushes) push.at = press(push.at)
  for (const job of world.jobs) {
    job.when = press(job.when)
    job.completedAt = pressMaybe(job.completedAt)
  }
  for (const builder of world.catalogue.builders) builder.lastStart = press(builder.lastStart)
}
