import { jobStates, resultNames } from '../domain/state.ts'

/**
 * What jobs are counted by: a job stands in exactly one slot. `other` is a result code without a name; `attempt` ended
 * without a result, since the farm ran the request again ("superseded attempt").
 */
export const slots = ['pending', 'running', ...resultNames, 'other', 'attempt'] as const
export type Slot = (typeof slots)[number]
export type Counts = Readonly<Record<Slot, number>>

const FIRST_RESULT = slots.indexOf('success')
const OTHER = slots.indexOf('other')
const ATTEMPT = slots.indexOf('attempt')
const PENDING = jobStates.indexOf('pending')
const RUNNING = jobStates.indexOf('running')
const SUPERSEDED = jobStates.indexOf('superseded')

/** The slot of a state's code and a result's code (-1 for none). */
export function slotOf(state: number, result: number): number {
  if (state === PENDING || state === RUNNING) return state
  if (state === SUPERSEDED || result === -1) return ATTEMPT
  return result >= 0 && result < resultNames.length ? FIRST_RESULT + result : OTHER
}

/** Counts out of `slots.length` numbers from `start` on. */
export function countsAt(numbers: Int32Array, start: number): Counts {
  const at = (slot: Slot) => numbers[start + slots.indexOf(slot)] ?? 0
  return {
    pending: at('pending'),
    running: at('running'),
    success: at('success'),
    warnings: at('warnings'),
    failure: at('failure'),
    skipped: at('skipped'),
    exception: at('exception'),
    retry: at('retry'),
    cancelled: at('cancelled'),
    superseded: at('superseded'),
    other: at('other'),
    attempt: at('attempt'),
  }
}
