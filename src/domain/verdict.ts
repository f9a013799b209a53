/** Counts of the jobs of one push; each job stands in one of them. Of a table, a push is such a tally. */
export type Tally = {
  counts: Readonly<{
    pending: number
    /** Builds without an end. */
    running: number
    success: number
    warnings: number
    failure: number
    skipped: number
    exception: number
    retry: number
    cancelled: number
    superseded: number
    /** Finished with a result code that has no name. */
    other: number
    /** Builds that ended without a result (superseded attempts). */
    attempt: number
  }>
  /** The latest end, seconds since epoch; null while nothing has ended. */
  lastEnd: number | null
}

export type Verdict = {
  word: 'running' | 'settling' | 'passed' | 'failed' | 'unknown'
  /** Seconds until everything has been at rest for long enough; null unless settling. */
  settlesIn: number | null
  /** What the server's `job_complete` and `job_passed` would say. */
  complete: boolean
  passed: boolean
  because: Tally['counts'] & {
    total: number
    finished: number
    /** Failures and exceptions: what is called failed, wherever it is counted. */
    failed: number
    /** Finished, and each alone enough to keep the push from passing: all but success and retry. */
    against: number
  }
}

/** How long the server wants everything to rest before it calls a push complete, in seconds. */
export const STABLE_DELAY = 180

/**
 * The server's `is_done` rule on counts (contract surprise 36): complete when every job has an end that is at least
 * `stableDelay` seconds old; passed when it is complete and every result is success or retry, so warnings, skipped,
 * any other code and an end without result fail it. `now` and the tally's times are seconds since epoch.
 */
export function verdictOf({ counts, lastEnd }: Tally, now: number, stableDelay: number = STABLE_DELAY): Verdict {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const finished = total - counts.pending - counts.running
  const against = finished - counts.success - counts.retry
  const rests = lastEnd === null ? 0 : Math.max(0, lastEnd + stableDelay - now)
  const complete = total > 0 && finished === total && rests === 0
  const passed = complete && against === 0
  const word =
    total === 0 ? 'unknown' : finished < total ? 'running' : !complete ? 'settling' : passed ? 'passed' : 'failed'
  return {
    word,
    settlesIn: word === 'settling' ? rests : null,
    complete,
    passed,
    because: { ...counts, total, finished, failed: counts.failure + counts.exception, against },
  }
}
