import type { JobRequest } from '../contract/records.ts'
import { keys } from './keys.ts'
import { EVERY } from './polling.ts'
import { useOne } from './single.ts'
import type { One } from './single.ts'

/** As many as the server gives by itself, and as every page that shows the log asks for. */
export const NEWEST = 100

/**
 * The newest `num` actions of the self-serve log, newest first. Entries have no id of their own (surprise 16), and new
 * ones push the older down: what is read by offsets does not fit together, so older ones are read with all above them. Asked for while `wanted`.
 */
export const useJobLog = (num: number = NEWEST, wanted = true): One<JobRequest[]> =>
  useOne({
    key: num === NEWEST ? keys.jobLog() : [...keys.jobLog(), num],
    endpoint: 'jobRequests',
    input: wanted ? { num, offset: 0 } : null,
    every: EVERY.log,
    rests: () => false,
  })

/** One action of the log, asked again until the agent has answered. */
export const useJobRequest = (job: number | null): One<JobRequest> =>
  useOne({
    key: keys.jobRequest(job ?? -1),
    endpoint: 'jobRequest',
    input: job === null ? null : { job_id: job },
    every: EVERY.single,
    rests: (value) => value.completed_at !== null,
  })
