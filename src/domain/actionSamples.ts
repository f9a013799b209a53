import type { ActionRecord, Plan, Subject } from './action.ts'
import { begin } from './actionLife.ts'
import type { Job } from './job.ts'

/** Invented values for tests. */
export const cancelBuild5 = { kind: 'cancelBuild', branch: 'try', buildId: 5 } as const satisfies Plan

export const subject: Subject = {
  builder: 'Linux try build',
  revision: '0123456789ab',
  buildId: 5,
  requestIds: [50],
}

export const queuedRecord = (plan: Plan = cancelBuild5, how: Partial<ActionRecord> = {}): ActionRecord => ({
  ...begin(plan, subject, { id: 'a1', who: null, tab: 't1', now: 1_000_000, window: 5_000 }),
  ...how,
})

export const jobSample = (how: Partial<Job> = {}): Job => ({
  key: 'b5',
  builder: 'Linux try build',
  revision: '0123456789ab',
  branch: 'try',
  state: 'running',
  result: null,
  buildId: 5,
  number: 1,
  master: 'bm01',
  submitted: 900,
  claimed: 950,
  started: 951,
  ended: null,
  priority: 3,
  reason: 'scheduler',
  requests: [
    { requestId: 50, revision: '0123456789ab', branch: 'try', priority: 3, reason: 'scheduler', submitted: 900 },
  ],
  ...how,
})

/** A request that waits: no build yet. */
export const pendingJob = (how: Partial<Job> = {}): Job =>
  jobSample({
    key: 'r50',
    state: 'pending',
    buildId: null,
    number: null,
    master: null,
    claimed: null,
    started: null,
    ...how,
  })
