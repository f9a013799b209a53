import { create } from 'zustand'
import type { Phase } from '../domain/action.ts'
import type { BatchView } from '../domain/batch.ts'

/** Batches whose outcome was put away by hand: errors do not vanish by themselves. In memory: a new visit has Activity. */
const useClosed = create<{ closed: ReadonlySet<BatchView['id']> }>()(() => ({ closed: new Set() }))

const wrong: readonly Phase[] = ['failed', 'never handed over', 'unknown', 'refused', 'not seen']

/** How many targets of a batch came to a bad end, or wait for a press of their own. */
export const problemsOf = ({ counts, collided }: BatchView): number =>
  wrong.reduce((sum, phase) => sum + (counts[phase] ?? 0), collided)

export const putAway = (id: BatchView['id']): void =>
  useClosed.setState(({ closed }) => ({ closed: new Set(closed).add(id) }))

/** Batches that stand in the bulk bar: those that are not through, and those with something wrong. */
export function useInSight(batches: readonly BatchView[]): readonly BatchView[] {
  const { closed } = useClosed()
  return batches.filter(
    (batch) =>
      !closed.has(batch.id) &&
      (batch.state === 'queued' || batch.state === 'sending' || batch.state === 'halted' || problemsOf(batch) > 0),
  )
}
