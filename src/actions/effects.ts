import type { ActionRecord, Evidence, PushPlan } from '../domain/action.ts'
import {
  claimedByOthers,
  madeCandidates,
  seenBuildEnd,
  seenNewWork,
  seenPriority,
  seenPushGone,
  seenRebuild,
  seenRequestEnd,
} from '../domain/seenRule.ts'
import type { MadeRequest } from '../domain/seenRule.ts'
import type { ActionClient } from './ports.ts'
import type { Reads } from './reads.ts'

/** At most this many unknown requests are looked up in one go: all runs of a rebuild; some of new work is enough. */
const LOOKUPS = { rebuild: 25, newWork: 8 }

/**
 * Looks for the effect of an action in the farm's data, at places the server does not cache (surprise 38).
 * Null when it does not show; rejects when the data could not be read.
 */
export async function lookForEffect(
  client: ActionClient,
  reads: Reads,
  record: ActionRecord,
  records: readonly ActionRecord[],
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
    case 'cancelRevision':
      return seenPushGone(record, plan, await reads.now(branch))
    case 'rebuildBuild':
    case 'rebuildRequest':
    case 'newBuild':
    case 'newPgoBuild':
    case 'newNightly':
    case 'newBuildForBuilder':
      return lookForMade(reads, record, plan, claimedByOthers(record, records))
  }
}

async function lookForMade(
  reads: Reads,
  record: ActionRecord,
  plan: PushPlan | { branch: string; count: number },
  claimed: ReadonlySet<number>,
): Promise<Evidence | null> {
  const { branch } = plan
  const [limit, seenIn] =
    'count' in plan
      ? [LOOKUPS.rebuild, (made: readonly MadeRequest[]) => seenRebuild(record, plan.count, made, claimed)]
      : [LOOKUPS.newWork, (made: readonly MadeRequest[]) => seenNewWork(record, plan, made, claimed)]
  const candidates = madeCandidates(record, await reads.now(branch)).filter((id) => !claimed.has(id))
  await reads.learnRequests(branch, candidates, limit)
  const seen = seenIn(reads.requests())
  const { revision } = record.subject
  if (seen || revision === null) return seen
  // Short work may be over already, and is then in neither list; the push tells it, up to 120 s late.
  await reads.learnPush(branch, revision)
  return seenIn(reads.requests())
}
