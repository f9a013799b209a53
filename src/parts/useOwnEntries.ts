import { useMemo } from 'react'
import { useActions } from '../actions/store.ts'
import type { JobRequest } from '../contract/records.ts'
import type { ActionRecord } from '../domain/action.ts'
import { matchLog } from '../domain/reconcile.ts'
import { serverAhead } from '../queries/serverAhead.ts'

/** Which entries of the log are actions of this browser, and which. */
export function useOwnEntries(entries: readonly JobRequest[]): ReadonlyMap<JobRequest, ActionRecord> {
  const actions = useActions()
  return useMemo(() => {
    const matched = matchLog(actions, entries, serverAhead())
    return new Map(
      actions.flatMap((action) => {
        const entry = matched.get(action.id)
        return entry ? [[entry, action] as const] : []
      }),
    )
  }, [actions, entries])
}
