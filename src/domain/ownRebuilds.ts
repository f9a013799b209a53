import type { ActionRecord } from './action.ts'
import { askedAt } from './actionState.ts'
import type { Job } from './job.ts'
import type { WorkId } from './logAbout.ts'

/** A rebuild that was asked for in this browser, and the requests that were seen to come of it. */
export type OwnRebuild = {
  id: ActionRecord['id']
  /** Seconds since epoch. */
  at: number
  /** Its number in the log, once known. */
  job: number | null
  of: WorkId
  requestIds: readonly number[]
}

/** The rebuilds of this browser that came of a job, or that it came of, as far as their requests were seen; oldest first. */
export function ownRebuilds(
  records: readonly ActionRecord[],
  { buildId, requests }: Pick<Job, 'buildId' | 'requests'>,
): readonly OwnRebuild[] {
  const own = new Set(requests.map(({ requestId }) => requestId))
  return records
    .flatMap((record): OwnRebuild[] => {
      const { id, plan, evidence, job } = record
      if (plan.kind !== 'rebuildBuild' && plan.kind !== 'rebuildRequest') return []
      if (!evidence || !('requestIds' in evidence)) return []
      const { requestIds } = evidence
      const isOf = plan.kind === 'rebuildBuild' ? plan.buildId === buildId : own.has(plan.requestId)
      if (!isOf && !requestIds.some((requestId) => own.has(requestId))) return []
      const of = plan.kind === 'rebuildBuild' ? { buildId: plan.buildId } : { requestId: plan.requestId }
      return [{ id, at: askedAt(record) / 1000, job, of, requestIds }]
    })
    .toSorted((one, other) => one.at - other.at)
}
