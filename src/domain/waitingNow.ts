import type { PendingNow } from '../contract/records.ts'
import type { Job } from './job.ts'
import type { Waiting } from './queuePlace.ts'

/** A request that waits, with the short name of its branch; null where the farm does not tell ("Unknown", surprise 34). */
export type WaitingNow = Waiting & { branch: string | null }

/** Priorities by request, as far as these jobs tell them. */
export function prioritiesOf(jobs: readonly Job[]): ReadonlyMap<number, number> {
  const known = new Map<number, number>()
  for (const job of jobs) {
    for (const { requestId, priority } of job.requests) {
      const told = priority ?? job.priority
      if (told !== null) known.set(requestId, told)
    }
  }
  return known
}

/**
 * What `/pending` lists, for `queuePlace`: it tells no priorities, so they are taken from `priorities` where known.
 * A request that is listed twice counts once.
 */
export function waitingNow({ pending }: PendingNow, priorities: ReadonlyMap<number, number>): WaitingNow[] {
  const waiting = new Map<number, WaitingNow>()
  for (const [name, revisions] of Object.entries(pending)) {
    const branch = name === 'Unknown' ? null : name
    for (const { id, buildername, submitted_at } of Object.values(revisions).flat()) {
      const priority = priorities.get(id) ?? null
      waiting.set(id, { requestId: id, builder: buildername, priority, submitted: submitted_at, branch })
    }
  }
  return [...waiting.values()]
}
