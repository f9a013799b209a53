import { useActions } from '../actions/store.ts'
import { reachedAt } from '../domain/actionLife.ts'

/** When the agent last acted on something of a push that was asked for here, in milliseconds; 0 where it did not. */
export const useChangedAt = (branch: string, revision: string | null): number =>
  useActions().reduce(
    (last, record) =>
      record.plan.branch === branch && record.subject.revision === revision
        ? Math.max(last, reachedAt(record, 'acted on') ?? 0)
        : last,
    0,
  )
