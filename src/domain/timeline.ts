import type { Job } from './job.ts'

/** One stretch of a job's life. `from` and `to`: seconds since epoch; `to` null while it lasts. */
export type Stretch = {
  /** The event it begins with. */
  event: 'Submitted' | 'Claimed' | 'Started'
  doing: 'waiting' | 'starting' | 'running'
  from: number
  to: number | null
}

/** The end of a job: `Finished`, or what ended without a build. */
export type Timeline = { stretches: readonly Stretch[]; finished: number | null }

/**
 * Submitted → claimed → started → finished, as far as it came. A build whose claim the farm no longer tells
 * (a retried request waits again, contract surprise 29) waits until its start.
 */
export function timelineOf(job: Pick<Job, 'submitted' | 'claimed' | 'started' | 'ended'>): Timeline {
  const { submitted, claimed, started, ended } = job
  const stretches: Stretch[] = [
    { event: 'Submitted', doing: 'waiting', from: submitted, to: claimed ?? started ?? ended },
  ]
  if (claimed !== null) stretches.push({ event: 'Claimed', doing: 'starting', from: claimed, to: started ?? ended })
  if (started !== null) stretches.push({ event: 'Started', doing: 'running', from: started, to: ended })
  return { stretches, finished: ended }
}
