import type { UserJobs } from '../contract/records.ts'
import { jobOfBuild, jobOfRequest } from './job.ts'
import type { Job } from './job.ts'

/** A push of the same person that was submitted before the one looked at, and what of it still waits and runs. */
export type OlderPush = {
  /** First 12 characters. */
  revision: string
  /** Seconds since epoch: the earliest submit time of its work that the answer tells. */
  submitted: number
  pending: number
  running: number
}

/** As many as the server gives of what waits, and of what runs. */
export const TOLD = 200

/** Branches on which a person's pushes are nobody else's: elsewhere older ones are everybody's history. */
export const isTry = (branch: string): boolean => branch === 'try' || branch.startsWith('try-')

/**
 * Older pushes of a person that still use the farm, newest first. `work`: what `/user/` tells of that person on a
 * branch; `push`: the one looked at. None where that one is not the person's own, as far as the answer tells.
 */
export function olderPushes(work: UserJobs, push: { revision: string; submitted: number }): readonly OlderPush[] {
  const pushes = new Map<string, OlderPush>()
  const add = (job: Job, state: 'pending' | 'running' | null) => {
    // A job counts once for each push it serves, by however many of its requests.
    const served = new Set<OlderPush>()
    for (const { revision: given, submitted } of job.requests) {
      const revision = given ?? ''
      const known = pushes.get(revision) ?? { revision, submitted, pending: 0, running: 0 }
      pushes.set(revision, known)
      known.submitted = Math.min(known.submitted, submitted)
      served.add(known)
    }
    if (state) for (const known of served) known[state]++
  }
  // A request of a push of several changesets is told several times (surprise 32).
  const pending = new Map(work.pending.map((request) => [request.request_id, request]))
  for (const request of pending.values()) add(jobOfRequest(request), 'pending')
  for (const build of work.running) add(jobOfBuild(build), 'running')
  for (const build of work.builds) add(jobOfBuild(build), null)
  if (!pushes.has(push.revision)) return []
  return [...pushes.values()]
    .filter((one) => one.revision !== '' && one.revision !== push.revision && one.submitted < push.submitted)
    .filter((one) => one.pending + one.running > 0)
    .toSorted((a, b) => b.submitted - a.submitted)
}
