/** Where a job stands. The position in this list is its code in the columns of `src/table`. */
export const jobStates = ['pending', 'running', 'finished', 'superseded'] as const
export type JobState = (typeof jobStates)[number]

/** Names of the API's result codes 0 to 7; any other code is `result <n>` (contract surprise 28). */
export const resultNames = [
  'success',
  'warnings',
  'failure',
  'skipped',
  'exception',
  'retry',
  'cancelled',
  'superseded',
] as const

export const SUCCESS = 0
export const WARNINGS = 1
export const FAILURE = 2
export const SKIPPED = 3
export const EXCEPTION = 4
export const RETRY = 5
export const CANCELLED = 6
export const SUPERSEDED = 7

/** The word for a result code. */
export const resultWord = (result: number): string => resultNames[result] ?? `result ${result}`

/** The one word that names a job's state or result, on screen and in accessible names. */
export function jobWord(state: JobState, result: number | null): string {
  if (state === 'pending' || state === 'running') return state
  return state === 'superseded' || result === null ? 'superseded attempt' : resultWord(result)
}

/**
 * The state of a build: running while it has no end (surprise 29: never ask whether its status is null).
 * Ended without a status, the farm ran its request again.
 */
export const buildState = (ended: number | null, status: number | null): JobState =>
  ended === null ? 'running' : status === null ? 'superseded' : 'finished'
