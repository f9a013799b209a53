import { CANCELLED, EXCEPTION, FAILURE, RETRY, SKIPPED, SUCCESS, SUPERSEDED, WARNINGS } from './state.ts'
import type { JobState } from './state.ts'

/** Failure › exception › warnings › cancelled › retry › running › pending › skipped › superseded › success. */
const RUNNING_RANK = 5
const PENDING_RANK = 6
const SUPERSEDED_RANK = 8
const ranks = new Map([
  [FAILURE, 0],
  [EXCEPTION, 1],
  [WARNINGS, 2],
  [CANCELLED, 3],
  [RETRY, 4],
  [SKIPPED, 7],
  [SUPERSEDED, SUPERSEDED_RANK],
  [SUCCESS, 9],
])
const UNKNOWN_RANK = 1

/** Where a job stands in a list that has the worst first: 0 is worst. A result nobody knows stands beside exception. */
export function severityOf(state: JobState, result: number | null): number {
  if (state === 'running') return RUNNING_RANK
  if (state === 'pending') return PENDING_RANK
  if (state === 'superseded' || result === null) return SUPERSEDED_RANK
  return ranks.get(result) ?? UNKNOWN_RANK
}
