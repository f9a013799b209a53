import { duration } from './duration.ts'
import { compete, poolRules } from './pools.ts'
import type { PoolRules } from './pools.ts'
import type { QueuePlace, Range, Waiting } from './queuePlace.ts'

/** Why a request still waits, as data. Each is only said where the data carry it: a wrong reason is worse than none. */
export type WaitReason =
  /** `seconds` since work for these machines was last seen claimed, all of which it has waited through. */
  | { kind: 'nothing claimed'; seconds: number }
  | ({ kind: 'ahead' } & Range)
  /** `n` of those ahead have a higher priority than its own. `than`: the lowest of theirs. */
  | { kind: 'lower priority'; own: number; than: number; n: number }
  | { kind: 'next' }
  /** Beside any other: so young that its wait needs no reason. `seconds` since it was submitted. */
  | { kind: 'just submitted'; seconds: number }

/** Seconds for which a wait needs no reason. */
const JUST = 60
/** Seconds without a claim from which something seems to be wrong with the machines. */
const STALLED = 300

/** When work for the same machines was last claimed, out of the last claims by builder; null where none is known. */
export function lastClaim(
  builder: string,
  claims: ReadonlyMap<string, number>,
  rules: PoolRules = poolRules,
): number | null {
  let last: number | null = null
  for (const [name, at] of claims) {
    if (at > (last ?? -Infinity) && compete(builder, name, rules) === 'yes') last = at
  }
  return last
}

/**
 * The reasons a request waits, the most telling first; never empty. `claimed`: when work for these machines was last
 * seen claimed (`lastClaim`), null where no claim is known, of which nothing is concluded. Times in seconds since epoch.
 */
export function whyWaiting(
  own: Waiting,
  place: QueuePlace<Waiting>,
  { now, claimed }: { now: number; claimed: number | null },
): readonly WaitReason[] {
  const waited = Math.max(0, now - own.submitted)
  const reasons: WaitReason[] = []
  const quiet = claimed === null ? 0 : Math.min(now - claimed, waited)
  if (quiet >= STALLED) reasons.push({ kind: 'nothing claimed', seconds: quiet })
  const least = place.best - 1
  const most = place.worst - 1
  if (most > 0) reasons.push({ kind: 'ahead', least, most })
  const { priority } = own
  if (priority !== null) {
    const higher = place.ahead.flatMap((other) =>
      (other.priority ?? priority) > priority ? [other.priority ?? 0] : [],
    )
    if (higher.length > 0) {
      reasons.push({ kind: 'lower priority', own: priority, than: Math.min(...higher), n: higher.length })
    }
  }
  if (reasons.length === 0) reasons.push({ kind: 'next' })
  if (waited < JUST) reasons.push({ kind: 'just submitted', seconds: waited })
  return reasons
}

const many = ({ least, most }: Range): string => (least === most ? `${least}` : `${least} to ${most}`)

/** A reason as a sentence. */
export function waitWords(reason: WaitReason): string {
  switch (reason.kind) {
    case 'nothing claimed':
      return `Nothing of this kind was claimed for ${duration(reason.seconds)}`
    case 'ahead':
      return `${many(reason)} ahead of it for the same machines`
    case 'lower priority':
      return `${reason.n} of them ${reason.n === 1 ? 'has' : 'have'} priority ${reason.than} or higher, this has ${reason.own}`
    case 'next':
      return 'It is next for the same machines'
    case 'just submitted':
      return `Submitted ${duration(reason.seconds)} ago`
  }
}
