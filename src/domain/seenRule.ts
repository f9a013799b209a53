import type { PendingNow, RunningNow, SingleBuild, SingleRequest } from '../contract/records.ts'
import type { ActionRecord, Evidence } from './action.ts'
import { reachedAt } from './actionLife.ts'
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
 * Requests of `/pending` and `/running` that a rebuild may have made: right builder, and revision where the list tells
 * one, since it was asked. Neither list has the reason: each must still be looked at. Oldest first.
 */
export function rebuildCandidates(
  record: ActionRecord,
  now: { pending: PendingNow; running: RunningNow },
): readonly number[] {
  const from = since(record)
  const { builder, revision } = record.subject
  const ids = new Set<number>()
  for (const revisions of Object.values(now.pending.pending)) {
    for (const [key, items] of Object.entries(revisions)) {
      if (revision !== null && !sameRevision(key, revision)) continue
      for (const item of items) if (item.buildername === builder && item.submitted_at >= from) ids.add(item.id)
    }
  }
  for (const revisions of Object.values(now.running.running)) {
    for (const item of Object.values(revisions).flat()) {
      // It may run for a newer revision too, so the list's revision does not decide.
      if (item.buildername === builder && item.start_time >= from) for (const id of item.request_ids) ids.add(id)
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
