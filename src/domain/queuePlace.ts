import type { Job } from './job.ts'
import { compete, poolRules } from './pools.ts'
import type { PoolRules } from './pools.ts'

/** A request that waits, as far as its place is concerned. `submitted`: seconds since epoch; `priority` null: not told. */
export type Waiting = { requestId: number; builder: string; priority: number | null; submitted: number }

/** A pending row as such a request; null for any other row. */
export function waitingOf(job: Job): (Waiting & { job: Job }) | null {
  const [request] = job.requests
  if (job.state !== 'pending' || request === undefined) return null
  const { requestId, submitted } = request
  return { requestId, submitted, builder: job.builder, priority: request.priority ?? job.priority, job }
}

/** A count that is known between two bounds; both the same where it is known. */
export type Range = { least: number; most: number }

/**
 * Where a request stands among those that wait for the same machines: 1 is next. `best` to `worst` is what the data
 * allow, `exact` when they allow one number.
 */
export type QueuePlace<W extends Waiting> = {
  best: number
  worst: number
  exact: boolean
  /** All that wait for these machines, itself included. */
  of: Range
  /** Those surely ahead, next first. */
  ahead: readonly W[]
  /** Those that may be ahead: of a priority or of machines not told. */
  perhapsAhead: readonly W[]
}

/** The farm's order of claims: higher priority first, then who came first. Both priorities known. */
const isBefore = (one: Waiting, onePriority: number, other: Waiting, otherPriority: number): boolean =>
  onePriority !== otherPriority
    ? onePriority > otherPriority
    : one.submitted !== other.submitted
      ? one.submitted < other.submitted
      : one.requestId < other.requestId

type Ahead = 'yes' | 'perhaps' | 'no'

function aheadOf(own: Waiting, ownPriority: number | null, other: Waiting, rules: PoolRules): Ahead {
  const competes = compete(own.builder, other.builder, rules)
  if (competes === 'no') return 'no'
  if (ownPriority === null || other.priority === null) return 'perhaps'
  return isBefore(other, other.priority, own, ownPriority) ? competes : 'no'
}

/**
 * The place of `own` among `pending`, which should be all that waits on the farm, whatever the branch: machines are
 * shared. Assumes that the builder's name tells its machines (`pools.ts`) and that masters claim by priority, then
 * submit time. A request may still go earlier than its place, when one ahead of the same builder takes it along
 * (merged, contract surprise 31).
 */
export function queuePlace<W extends Waiting>(
  own: Waiting,
  pending: readonly W[],
  rules: PoolRules = poolRules,
): QueuePlace<W> {
  const ahead: W[] = []
  const perhapsAhead: W[] = []
  const of = { least: 1, most: 1 }
  for (const other of pending) {
    if (other.requestId === own.requestId) continue
    const competes = compete(own.builder, other.builder, rules)
    if (competes === 'no') continue
    of.most += 1
    if (competes === 'yes') of.least += 1
    const stands = aheadOf(own, own.priority, other, rules)
    if (stands === 'yes') ahead.push(other)
    else if (stands === 'perhaps') perhapsAhead.push(other)
  }
  ahead.sort((one, other) => (isBefore(one, one.priority ?? 0, other, other.priority ?? 0) ? -1 : 1))
  const best = ahead.length + 1
  return { best, worst: best + perhapsAhead.length, exact: perhapsAhead.length === 0, of, ahead, perhapsAhead }
}

/** What a priority would change: how many it passes when it goes up, or how many pass it when it goes down. */
export type PriorityEffect = { direction: 'up' | 'down' | 'none' } & Range

/**
 * The effect of another priority on `own`, before it is asked for: "passes 212 requests". Up is also said where its
 * own priority is not told; then `least` counts nobody.
 */
export function passes(
  own: Waiting,
  priority: number,
  pending: readonly Waiting[],
  rules: PoolRules = poolRules,
): PriorityEffect {
  if (own.priority === priority) return { direction: 'none', least: 0, most: 0 }
  const direction = own.priority === null || priority > own.priority ? 'up' : 'down'
  const [from, to] = direction === 'up' ? [own.priority, priority] : [priority, own.priority]
  let least = 0
  let most = 0
  for (const other of pending) {
    if (other.requestId === own.requestId) continue
    const before = aheadOf(own, from, other, rules)
    const after = aheadOf(own, to, other, rules)
    // Unless it is surely behind already, or surely still ahead, it may be passed.
    if (before === 'no' || after === 'yes') continue
    // Of machines not told, and ahead of both: if it competes at all, it stays ahead.
    const stays = other.priority !== null && to !== null && isBefore(other, other.priority, own, to)
    if (stays) continue
    most += 1
    if (before === 'yes') least += 1
  }
  return { direction, least, most }
}
