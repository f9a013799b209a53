import type { ListRequest, SingleRequest } from '../contract/records.ts'
import type { ActionRecord, Evidence } from '../domain/action.ts'
import {
  claimedByOthers,
  rebuildCandidates,
  seenBuildEnd,
  seenPriority,
  seenRebuild,
  seenRequestEnd,
} from '../domain/seenRule.ts'
import type { MadeRequest } from '../domain/seenRule.ts'
import type { ActionClient } from './ports.ts'

const toMade = (request: ListRequest | SingleRequest): MadeRequest => ({
  requestId: request.request_id,
  builder: request.buildername,
  revision: request.revision,
  submitted: request.submittime,
  reason: request.reason,
})

/** At most this many unknown requests are looked up in one go. */
const LOOKUPS = 25

/**
 * Looks for the effect of an action in the farm's data, at places the server does not cache (surprise 38).
 * Null when it does not show; rejects when the data could not be read.
 * `made` remembers over the looks of one action what requests are: nothing of that changes.
 */
export async function lookForEffect(
  client: ActionClient,
  record: ActionRecord,
  records: readonly ActionRecord[],
  made: Map<number, MadeRequest>,
): Promise<Evidence | null> {
  const { plan } = record
  const { branch } = plan
  switch (plan.kind) {
    case 'cancelBuild': {
      const { value } = await client.read('build', { branch, build_id: plan.buildId })
      return seenBuildEnd(value)
    }
    case 'cancelRequest': {
      const { value } = await client.read('request', { branch, request_id: plan.requestId })
      return seenRequestEnd(value)
    }
    case 'reprioritize': {
      const { value } = await client.read('request', { branch, request_id: plan.requestId })
      return seenPriority(value, plan.priority)
    }
    case 'rebuildBuild':
    case 'rebuildRequest':
      return lookForRuns(client, record, plan, claimedByOthers(record, records), made)
  }
}

async function lookForRuns(
  client: ActionClient,
  record: ActionRecord,
  plan: { branch: string; count: number },
  claimed: ReadonlySet<number>,
  made: Map<number, MadeRequest>,
): Promise<Evidence | null> {
  const { branch, count } = plan
  const [pending, running] = await Promise.all([client.read('pending', { branch }), client.read('running', { branch })])
  const candidates = rebuildCandidates(record, { pending: pending.value, running: running.value })
  const unknown = candidates.filter((id) => !made.has(id)).slice(0, LOOKUPS)
  for (const id of unknown) {
    const { value } = await client.read('request', { branch, request_id: id })
    made.set(id, toMade(value))
  }
  const seen = seenRebuild(record, count, [...made.values()], claimed)
  const { revision } = record.subject
  if (seen || revision === null) return seen
  // Short work may be over already, and is then in neither list; the push tells it, up to 120 s late.
  const { value: rows } = await client.read('push', { branch, revision })
  for (const row of rows) {
    for (const request of 'build_id' in row ? row.requests : [row]) made.set(request.request_id, toMade(request))
  }
  return seenRebuild(record, count, [...made.values()], claimed)
}
