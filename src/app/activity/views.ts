import type { ActionRecord, Phase } from '../../domain/action.ts'
import { phaseOf } from '../../domain/actionLife.ts'
import { hasEnded } from '../../domain/actionState.ts'

export const views = ['All', 'Open', 'Problems'] as const
export type View = (typeof views)[number]

const problems: readonly Phase[] = ['not sent', 'failed', 'never handed over', 'unknown', 'refused', 'not seen']

/** Which actions a view shows. */
export const inView: Record<View, (action: ActionRecord) => boolean> = {
  All: () => true,
  Open: (action) => !hasEnded(action),
  Problems: (action) => problems.includes(phaseOf(action)),
}

export const isProblem = inView.Problems

export const emptyText: Record<View, string> = {
  All: 'Nothing asked from this browser.',
  Open: 'Nothing is open.',
  Problems: 'No problems.',
}
