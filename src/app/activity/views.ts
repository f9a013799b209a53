import type { ActionRecord } from '../../domain/action.ts'
import { phaseOf } from '../../domain/actionLife.ts'
import { hasEnded } from '../../domain/actionState.ts'
import type { ActionGroup } from '../../domain/batch.ts'
import { isTrouble } from '../../domain/batchWords.ts'

export const views = ['All', 'Open', 'Problems'] as const
export type View = (typeof views)[number]

/**
 * It did not come true, or is kept back, though somebody wanted it to. What was stopped was not wanted any more.
 * `now`: milliseconds.
 */
export function isProblem(record: ActionRecord, now: number): boolean {
  const { hold } = record
  const phase = phaseOf(record)
  if (phase === 'queued') return hold !== null
  return phase === 'not sent' ? hold !== 'stopped' : isTrouble(record, now)
}

const recordsOf = (group: ActionGroup): readonly ActionRecord[] =>
  group.type === 'single' ? [group.record] : group.batch.records

/** Which entries a view shows; a batch counts once, by any of its targets. `now`: milliseconds. */
export const inView: Record<View, (group: ActionGroup, now: number) => boolean> = {
  All: () => true,
  Open: (group) => !recordsOf(group).every(hasEnded),
  Problems: (group, now) =>
    recordsOf(group).some((record) => isProblem(record, now)) ||
    (group.type === 'batch' && group.batch.state === 'halted'),
}

/** Whether an entry holds an action: itself, or as one of its targets. */
export const holds = (group: ActionGroup, action: ActionRecord['id'] | null): boolean =>
  action !== null && recordsOf(group).some(({ id }) => id === action)

/** What names an entry over refreshes. */
export const keyOf = (group: ActionGroup): string => (group.type === 'single' ? group.record.id : group.batch.id)

export const emptyText: Record<View, string> = {
  All: 'Nothing asked from this browser.',
  Open: 'Nothing is open.',
  Problems: 'No problems.',
}
