import type { JobRequest } from '../contract/records.ts'
import type { ActionKind, ActionRecord, Plan } from './action.ts'
import { reachedAt } from './actionLife.ts'
import { sameRevision } from './revision.ts'

/** The agent's word for each kind, as the log has it (surprise 24). */
const logWord: Record<ActionKind, string> = {
  cancelBuild: 'cancel_build',
  cancelRequest: 'cancel_request',
  rebuildBuild: 'rebuild_build',
  rebuildRequest: 'rebuild_request',
  reprioritize: 'reprioritize',
  cancelRevision: 'cancel_revision',
  newBuild: 'new_build_at_revision',
  newPgoBuild: 'new_pgobuild_at_revision',
  newNightly: 'new_nightly_at_revision',
  newBuildForBuilder: 'new_build_for_builder',
}

/** The log's column holds 20 characters, and may have cut the longest words (surprise 24). */
const LONGEST_WORD = 20

/** Seconds by which clocks and hurry may put a log entry before the moment we sent. */
export const SKEW = 90

/** What the log says of a plan in numbers, by the server's names. A priority not known fits any. */
function logWhat(plan: Plan): Record<string, number> {
  const numbers: Record<string, number> = {}
  if ('buildId' in plan) numbers['bid'] = plan.buildId
  if ('requestId' in plan) numbers['brid'] = plan.requestId
  if ('count' in plan) numbers['count'] = plan.count
  if ('priority' in plan && plan.priority !== null) numbers['priority'] = plan.priority
  return numbers
}

/**
 * Whether an entry names the branch and revision that a plan for a push does, and its builder; other plans name neither.
 * The branch of a single job has an ending of the agent's own (surprise 23).
 */
const samePush = (plan: Plan, what: JobRequest['what']): boolean =>
  !('revision' in plan) ||
  (what['branch'] === ('builder' in plan ? `${plan.branch}-selfserve` : plan.branch) &&
    (!('builder' in plan) || what['builder_name'] === plan.builder) &&
    typeof what['revision'] === 'string' &&
    sameRevision(what['revision'], plan.revision))

/** Whether a log entry asks for exactly this plan. An entry has no id of its own: this is all there is to go by. */
export function entryFits(plan: Plan, entry: Pick<JobRequest, 'action' | 'what'>): boolean {
  const word = logWord[plan.kind]
  if (entry.action !== word && entry.action !== word.slice(0, LONGEST_WORD)) return false
  if (!samePush(plan, entry.what)) return false
  return Object.entries(logWhat(plan)).every(([key, value]) => Number(entry.what[key] ?? Number.NaN) === value)
}

/** The number of an entry, known only once it is done (surprise 16). */
export const jobOf = (entry: JobRequest): number | null => entry.complete_data?.request_id ?? null

/** How sure it is that the server logged this action: the surer takes its entry first. */
function certainty(record: ActionRecord): number {
  if (record.job !== null) return 0
  if (record.loggedAt !== null) return 1
  const logged = reachedAt(record, 'accepted') !== null || reachedAt(record, 'never handed over') !== null
  return logged ? 2 : 3
}

/**
 * Which log entry belongs to which of our actions, each entry to one at most. An entry fits an action when it asks for
 * the same thing, by the same person (where known), and not before it was sent; known numbers and times decide
 * first, then the nearest in time. `offset`: seconds the server's clock is ahead of ours.
 */
export function matchLog(
  records: readonly ActionRecord[],
  entries: readonly JobRequest[],
  offset: number,
): ReadonlyMap<ActionRecord['id'], JobRequest> {
  const free = new Set(entries)
  const matched = new Map<ActionRecord['id'], JobRequest>()
  const sent = records.flatMap((record) => {
    const at = reachedAt(record, 'sent')
    const neverLogged = reachedAt(record, 'failed') !== null && record.job === null
    return at === null || neverLogged ? [] : [{ record, at: at / 1000 + offset, certainty: certainty(record) }]
  })
  sent.sort((one, other) => one.certainty - other.certainty || one.at - other.at)
  for (const { record, at } of sent) {
    let best: JobRequest | null = null
    for (const entry of free) {
      if (!couldBe(record, entry, at)) continue
      if (!best || Math.abs(entry.when - at) < Math.abs(best.when - at)) best = entry
    }
    if (!best) continue
    free.delete(best)
    matched.set(record.id, best)
  }
  return matched
}

function couldBe(record: ActionRecord, entry: JobRequest, sentAt: number): boolean {
  if (!entryFits(record.plan, entry)) return false
  const job = jobOf(entry)
  if (record.job !== null && job !== null) return job === record.job
  if (record.loggedAt !== null) return entry.when === record.loggedAt
  if (record.who !== null && entry.who !== null && entry.who !== record.who) return false
  return entry.when >= sentAt - SKEW
}
