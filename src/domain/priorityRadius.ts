import type { ActionRecord } from './action.ts'
import { firstRequest } from './job.ts'
import type { Job } from './job.ts'
import { expectedPriority } from './propose.ts'
import { waitingOf } from './queuePlace.ts'
import type { Waiting } from './queuePlace.ts'
import { whyNot } from './whyNot.ts'

/** What setting one priority for several jobs would change. */
export type PriorityRadius = {
  /** Requests that wait and would get another priority than they have or will have. */
  targets: readonly Job[]
  /** They as they stand in the queue. */
  waiting: readonly Waiting[]
  refused: readonly { job: Job; why: string }[]
}

/** What would change by `priority` for all of `jobs`; null: none is chosen yet. `actions`: what is already asked for. */
export function priorityRadius(
  jobs: readonly Job[],
  priority: number | null,
  actions: readonly ActionRecord[] = [],
): PriorityRadius {
  const targets: Job[] = []
  const waiting: Waiting[] = []
  const refused: { job: Job; why: string }[] = []
  for (const job of new Map(jobs.map((one) => [one.key, one])).values()) {
    const request = firstRequest(job)
    const expected = request && expectedPriority(job, request.requestId, actions)
    const why =
      whyNot('reprioritize', job) ??
      (priority !== null && expected === priority ? `Has priority ${priority} already, or will have it` : null)
    if (why !== null) {
      refused.push({ job, why })
      continue
    }
    targets.push(job)
    const own = waitingOf(job)
    if (own) waiting.push({ ...own, priority: expected })
  }
  return { targets, waiting, refused }
}

/** The priority that all of these have, where they are told and agree; else null. */
export function commonPriority(jobs: readonly Job[]): number | null {
  const [first = null] = jobs.map(({ priority }) => priority)
  return jobs.every(({ priority }) => priority === first) ? first : null
}
