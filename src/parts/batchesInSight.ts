import { create } from 'zustand'
import type { BatchView } from '../domain/batch.ts'
import { standsOut } from '../domain/batchWords.ts'

/** Batches whose outcome was put away by hand: errors do not vanish by themselves. In memory: a new visit has Activity. */
const useClosed = create<{ closed: ReadonlySet<BatchView['id']> }>()(() => ({ closed: new Set() }))

export const putAway = (id: BatchView['id']): void =>
  useClosed.setState(({ closed }) => ({ closed: new Set(closed).add(id) }))

/** Batches that stand in the bulk bar: those that are not through, and those with something wrong. `now`: milliseconds. */
export function useInSight(batches: readonly BatchView[], now: number): readonly BatchView[] {
  const { closed } = useClosed()
  return batches.filter(
    ({ id, state, records }) =>
      !closed.has(id) &&
      (state === 'queued' ||
        state === 'sending' ||
        state === 'halted' ||
        records.some((record) => standsOut(record, now))),
  )
}
