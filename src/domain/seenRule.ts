import type { PendingNow, RunningNow, SingleBuild, SingleRequest } from '../contract/records.ts'
import type { ActionRecord, Evidence, PushPlan } from './action.ts'
import { reachedAt } from './actionLife.ts'
import { parseBuilder } from './builderName.ts'
import { sameRevision } from './revision.ts'

/** The farm's data show a cancelled build once it has an end time, whatever its result. */
export const seenBuildEnd = (build: Pick<SingleBuild, 'endtime'>): Evidence | null =>
  build.endtime === null ? null : { endedAt: build.endtime }

/** ... a cancelled request once it is complete; one cancelled while pending has left every list (surprise 30). */
export const seenRequestEnd = (request: Pick<SingleRequest, 'complete' | 'complete_at'>): Evidence | null =>
  request.complete === 0 ? null : { endedAt: request.complete_at }

/** ... a change of priority once the request has it. */
export const seenPriority = (request: Pick<SingleRequest, 'priority'>, priority: number): Evidence | null =>
  request.priority === priority ? { priority } : null

type Now = { pending: PendingNow; running: RunningNow }

/**
 * ... a cancelled push once nothing of it waits or runs on its own branch. `/pending` and `/running` tell other branches
 * too, whose name holds this one (recorded 114); what the agent's starts-or-ends-with rule did there is not looked at.
 * What was submitted after the agent acted is not what was cancelled.
 */
export function seenPushGone(
  record: ActionRecord,
  push: Pick<PushPlan, 'branch' | 'revision'>,
  now: Now,
): Evidence | null {
  const { branch, revision } = push
  const until = record.agent?.at ?? Number.POSITIVE_INFINITY
  const itsOwn = new Set(record.subject.requestIds)
  const waits = Object.entries(now.pending.pending[branch] ?? {}).some(
    ([key, items]) => sameRevision(key, revision) && items.some((item) => item.submitted_at <= until),
  )
  const runs = Object.entries(now.running.running[branch] ?? {}).some(([key, items]) =>
    items.some(
      (item) =>
        item.submitted_at <= until &&
        // A merged build stands under the newest revision it runs for.
        (sameRevision(key, revision) || item.request_ids.some((id) => itsOwn.has(id))),
    ),
  )
  return waits || runs ? null : { endedAt: null }
}

/** What is needed of a request to tell whether a rebuild made it. `submitted`: seconds, server's clock. */
export type MadeRequest = {
  requestId: number
  builder: string
  revision: string | null
  submitted: number
  reason: string
}

/** Two processes of the farm write these times, in whole seconds. */
const SLACK = 2

/** New requests of a rebuild are submitted from here on: seconds, by the server's clock where it has told. */
const since = (record: ActionRecord): number => (record.loggedAt ?? (reachedAt(record, 'sent') ?? 0) / 1000) - SLACK

const sameOrNone = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : sameRevision(one, other)

/** Whether a request is one that this rebuild asked for; by anybody where we don't know who we are. */
export function isMadeBy(record: ActionRecord, request: MadeRequest): boolean {
  const reason = `Self-serve: Rebuilt by ${record.who ?? ''}`
  return (
    request.builder === record.subject.builder &&
    sameOrNone(request.revision, record.subject.revision) &&
    request.submitted >= since(record) &&
    !record.subject.requestIds.includes(request.requestId) &&
    (record.who === null ? request.reason.startsWith(reason) : request.reason === reason)
  )
}

/**
 * Whether a request is new work that was asked for at a revision, of one builder where only its was. Its reason names who asked, but for `newBuild`: that
 * is a plain change to the scheduler, whose new builds say `scheduler` (recorded 265), as do the tests that builds
 * which ran before set off when they end: those are not counted.
 */
export function isNewWork(record: ActionRecord, plan: PushPlan, request: MadeRequest): boolean {
  const reason = `Self-serve: Requested by ${record.who ?? ''}`
  const { kind } = parseBuilder(request.builder)
  const scheduled = plan.kind === 'newBuild' && request.reason === 'scheduler' && kind !== 'test' && kind !== 'talos'
  return (
    sameRevision(request.revision, plan.revision) &&
    request.submitted >= since(record) &&
    !record.subject.requestIds.includes(request.requestId) &&
    (!('builder' in plan) || request.builder === plan.builder) &&
    (scheduled || (record.who === null ? request.reason.startsWith(reason) : request.reason === reason))
  )
}

/** New work shows once there is any of it: nobody tells how much it is going to be. All that is there is evidence. */
export function seenNewWork(
  record: ActionRecord,
  plan: PushPlan,
  requests: readonly MadeRequest[],
  claimed: ReadonlySet<number>,
): Evidence | null {
  const made = requests.filter((request) => isNewWork(record, plan, request) && !claimed.has(request.requestId))
  const all = made.map((request) => request.requestId).toSorted((one, other) => one - other)
  // One job is one request: the next may be the effect of the next press.
  const requestIds = 'builder' in plan ? all.slice(0, 1) : all
  return requestIds.length === 0 ? null : { requestIds }
}

/**
 * The requests a rebuild made, once there are at least as many as were asked for. `claimed`: requests that are
 * the effect of another action of ours; two rebuilds of one build never count the same request.
 */
export function seenRebuild(
  record: ActionRecord,
  count: number,
  requests: readonly MadeRequest[],
  claimed: ReadonlySet<number>,
): Evidence | null {
  const made = requests
    .filter((request) => isMadeBy(record, request) && !claimed.has(request.requestId))
    .map((request) => request.requestId)
  const first = [...new Set(made)].toSorted((one, other) => one - other).slice(0, count)
  return first.length < count ? null : { requestIds: first }
}

/**
 * Requests of `/pending` and `/running` that an action may have made since it was asked: of its builder if it is about
 * one, at its revision where the list tells one. Neither list has the reason: each must still be looked at. Oldest first.
 */
export function madeCandidates(record: ActionRecord, now: Now): readonly number[] {
  const from = since(record)
  const { builder, revision } = record.subject
  const ids = new Set<number>()
  const fits = (name: string): boolean => builder === null || name === builder
  for (const revisions of Object.values(now.pending.pending)) {
    for (const [key, items] of Object.entries(revisions)) {
      if (revision !== null && !sameRevision(key, revision)) continue
      for (const item of items) if (fits(item.buildername) && item.submitted_at >= from) ids.add(item.id)
    }
  }
  for (const revisions of Object.values(now.running.running)) {
    for (const [key, items] of Object.entries(revisions)) {
      // One builder's build may run for a newer revision too; of all builders only those at ours are worth a look.
      if (builder === null && !sameRevision(key, revision)) continue
      for (const item of items) {
        if (fits(item.buildername) && item.start_time >= from) for (const id of item.request_ids) ids.add(id)
      }
    }
  }
  for (const known of record.subject.requestIds) ids.delete(known)
  return [...ids].toSorted((one, other) => one - other)
}

/** Requests that are already the effect of an action other than this one. */
export const claimedByOthers = (record: ActionRecord, records: readonly ActionRecord[]): ReadonlySet<number> =>
  new Set(
    records.flatMap((other) =>
      other.id !== record.id && other.evidence && 'requestIds' in other.evidence ? other.evidence.requestIds : [],
    ),
  )
