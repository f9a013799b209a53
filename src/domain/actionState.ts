import type { ActionRecord, Phase, Plan } from './action.ts'
import { phaseOf, reachedAt, standing } from './actionLife.ts'
import { sameRevision } from './revision.ts'

/** Milliseconds after which silence of the agent, or an effect that does not show, is said plainly. */
export const PATIENCE = 5 * 60_000

/** Milliseconds between two looks into the log before "not found" is believed. */
export const BETWEEN_LOOKS = 30_000

const ended: Record<Phase, boolean> = {
  queued: false,
  sent: false,
  accepted: false,
  'acted on': false,
  unknown: false,
  seen: true,
  undone: true,
  'not sent': true,
  failed: true,
  'never handed over': true,
  'nothing to do': true,
  refused: true,
  'not seen': true,
}

/** Whether nothing more is expected of it. */
export const hasEnded = (record: ActionRecord): boolean => ended[phaseOf(record)]

/** Logged, and the agent has said nothing for five minutes: it probably never will. */
export const isProbablyOrphaned = (record: ActionRecord, now: number): boolean =>
  phaseOf(record) === 'accepted' && now - standing(record).at >= PATIENCE

/** Unknown, and two looks at least 30 s apart did not find it in the log. */
export function isNotFound(record: ActionRecord): boolean {
  const first = record.looks[0]
  const last = record.looks.at(-1)
  if (!first || !last || phaseOf(record) !== 'unknown') return false
  return last.at - first.at >= BETWEEN_LOOKS
}

const resendable: readonly Phase[] = ['not sent', 'failed', 'never handed over', 'not seen']

/** Whether asking once more cannot do the thing twice unawares. */
export const sendAgainAllowed = (record: ActionRecord): boolean =>
  resendable.includes(phaseOf(record)) || isNotFound(record)

/** Queued by another person than the one the server now knows. */
export const isAnothers = (record: ActionRecord, me: string | null): boolean =>
  phaseOf(record) === 'queued' && record.who !== null && me !== null && record.who !== me

/** Queued, and kept back for a reason (`hold`) or as another person's: not sent without a new press. */
export const isHeld = (record: ActionRecord, me: string | null): boolean =>
  isAnothers(record, me) || (phaseOf(record) === 'queued' && record.hold !== null)

/** Whether its answer may still come, so that the same thing need not be asked again. */
export const isAwaited = (record: ActionRecord, now: number): boolean =>
  !hasEnded(record) && !isProbablyOrphaned(record, now) && !isNotFound(record)

/** When it was asked: milliseconds. */
export const askedAt = (record: ActionRecord): number => reachedAt(record, 'queued') ?? 0

/** For sorting: what was asked last stands first; what was asked together keeps one order. */
export const newestFirst = (one: ActionRecord, other: ActionRecord): number =>
  askedAt(other) - askedAt(one) || (one.id < other.id ? 1 : -1)

/** Whether two plans act on one thing in one way. A new job acts on nothing that is there: each is one more. */
export function sameTarget(one: Plan, other: Plan): boolean {
  if (one.kind !== other.kind || one.branch !== other.branch || 'builder' in one) return false
  if ('buildId' in one) return 'buildId' in other && one.buildId === other.buildId
  if ('revision' in one) return 'revision' in other && sameRevision(one.revision, other.revision)
  return 'requestId' in other && one.requestId === other.requestId
}

/** Whether an action is about a job: by its build, or by any request it serves. */
export const isAbout = (
  record: ActionRecord,
  job: { buildId: number | null; requestIds: readonly number[] },
): boolean =>
  (job.buildId !== null && record.subject.buildId === job.buildId) ||
  record.subject.requestIds.some((id) => job.requestIds.includes(id))
