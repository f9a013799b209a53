import type { ExpectedStart } from './expectedStart.ts'
import type { WaitReason } from './whyWaiting.ts'

/** What is said of an expected start. `from` null: any time until then, since it may begin before but hardly now. */
export type ToldStart =
  | { kind: 'overdue' }
  | { kind: 'stalled'; seconds: number }
  | { kind: 'range'; from: number | 'now' | null; to: number }

/**
 * A range next to why the request waits, of which it knows nothing: with others surely ahead it does not begin "now", and
 * with none of them claimed for minutes nothing is said at all.
 */
export function toldStart(
  { from, to, overdue }: ExpectedStart,
  reasons: readonly WaitReason[],
  now: number,
): ToldStart {
  if (overdue) return { kind: 'overdue' }
  const isAhead = reasons.some((reason) => reason.kind === 'ahead' && reason.least > 0)
  const stalled = reasons.find((reason) => reason.kind === 'nothing claimed')
  if (isAhead && stalled) return { kind: 'stalled', seconds: stalled.seconds }
  return { kind: 'range', from: from > now ? from : isAhead ? null : 'now', to }
}
