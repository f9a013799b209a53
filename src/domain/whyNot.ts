import type { Job } from './job.ts'
import { firstRequest } from './job.ts'

/** The three rights the API gives on one job. */
export type Act = 'cancel' | 'rebuild' | 'reprioritize'

export type WhyNotContext = {
  /** The last write was answered 401 or 403. */
  signedOut?: boolean
  /** Short name of the branch in the address. */
  branch?: string
}

/**
 * Why an act is not offered for a job, as a sentence for the disabled control; null when it is.
 * The rules are the server's own:
 * - a finished job cannot be cancelled: the agent answers "is complete, nothing to do" (surprise 17)
 * - only a pending request takes a priority: running and finished ones are answered 400 (surprise 18)
 * - a rebuild is always taken; of a pending or running job it means one more run (surprise 18)
 */
export function whyNot(act: Act, job: Job, context: WhyNotContext = {}): string | null {
  if (context.signedOut) return 'Read-only: sign in to act'
  if (context.branch?.includes('/')) return 'The server cannot be asked about a branch whose name has a slash'
  if (job.buildId === null && firstRequest(job) === null) return 'The farm does not tell which request this is'
  if (act === 'cancel') return whyNotCancel(job)
  return act === 'reprioritize' ? whyNotReprioritize(job) : null
}

function whyNotCancel(job: Job): string | null {
  if (job.state === 'finished') return 'Already finished: there is nothing to cancel'
  return job.state === 'superseded' ? 'This attempt has ended: cancel the one that follows it' : null
}

function whyNotReprioritize(job: Job): string | null {
  if (job.state === 'running') return 'Already running: only a pending request has a priority to change'
  if (job.state !== 'pending') return 'Already finished: only a pending request has a priority to change'
  return firstRequest(job) === null ? 'The farm does not tell which request this is' : null
}
