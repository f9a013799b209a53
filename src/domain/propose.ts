import type { ActionRecord, Plan, Subject } from './action.ts'
import { askedAt, hasEnded } from './actionState.ts'
import { firstRequest } from './job.ts'
import type { Job } from './job.ts'

/** What a person can ask of one job. */
export type Verb = 'cancel' | 'rebuild' | 'raise' | 'lower' | 'setPriority'

export type AskOptions = {
  /** Runs wanted of a rebuild; 1 unless said. */
  count?: number
  /** For `rebuild`: another priority than the original's. For `setPriority`: the priority. */
  priority?: number
}

/** What an action on this job is about. */
const subjectOf = (job: Job): Subject => ({
  builder: job.builder,
  revision: job.revision,
  buildId: job.buildId,
  requestIds: job.requests.map((request) => request.requestId),
})

/** The priority a request has, or will have once what was asked for it comes true; null when not told. */
export function expectedPriority(job: Job, requestId: number, actions: readonly ActionRecord[]): number | null {
  let latest: { at: number; priority: number } | null = null
  for (const record of actions) {
    if (record.plan.kind !== 'reprioritize' || record.plan.requestId !== requestId || hasEnded(record)) continue
    const at = askedAt(record)
    if (!latest || at >= latest.at) latest = { at, priority: record.plan.priority }
  }
  return latest ? latest.priority : job.priority
}

function planOf(
  verb: Verb,
  job: Job,
  branch: string,
  options: AskOptions,
  actions: readonly ActionRecord[],
): Plan | null {
  const requestId = firstRequest(job)?.requestId ?? null
  const { buildId } = job
  if (verb === 'cancel') {
    if (buildId !== null) return { kind: 'cancelBuild', branch, buildId }
    return requestId === null ? null : { kind: 'cancelRequest', branch, requestId }
  }
  if (verb === 'rebuild') {
    // Never left out: the server would take a missing priority for 0.
    const run = {
      branch,
      count: options.count ?? 1,
      priority: options.priority ?? (requestId === null ? job.priority : expectedPriority(job, requestId, actions)),
    }
    if (buildId !== null) return { kind: 'rebuildBuild', buildId, ...run }
    return requestId === null ? null : { kind: 'rebuildRequest', requestId, ...run }
  }
  if (requestId === null) return null
  const now = expectedPriority(job, requestId, actions)
  const step = verb === 'raise' ? 1 : -1
  const priority = verb === 'setPriority' ? (options.priority ?? null) : now === null ? null : now + step
  return priority === null ? null : { kind: 'reprioritize', branch, requestId, priority, was: job.priority }
}

/**
 * What to ask the server so that the verb comes true for this job: a build where there is one, else its request.
 * `raise` and `lower` go one step from what is already asked for (`actions`), or from the job's own priority.
 * Null where there is nothing to address, or no priority to count from. `branch` is the short name of the address.
 */
export function planFor(
  verb: Verb,
  job: Job,
  branch: string,
  options: AskOptions & { actions?: readonly ActionRecord[] } = {},
): { plan: Plan; subject: Subject } | null {
  const plan = planOf(verb, job, branch, options, options.actions ?? [])
  return plan && { plan, subject: subjectOf(job) }
}
