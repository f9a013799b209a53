import { useMemo } from 'react'
import { prioritiesOf, waitingNow } from '../domain/waitingNow.ts'
import type { WaitingNow } from '../domain/waitingNow.ts'
import { usePendingAll } from '../queries/pendingAll.ts'
import type { One } from '../queries/single.ts'
import type { JobTable } from '../table/jobTable.ts'
import { pendingJobs } from '../table/readings.ts'

/**
 * All that waits on the farm, on all branches, asked for while `wanted`; null while that is not known. The priorities
 * are those of the branch's loaded day (`today`), and not told for the rest: without a day, for none of them.
 */
export function useWaitingNow(
  today: JobTable | null,
  wanted: boolean,
): { waiting: readonly WaitingNow[] | null; reading: One<unknown> } {
  const reading = usePendingAll(wanted)
  const priorities = useMemo(() => prioritiesOf(wanted && today ? pendingJobs(today) : []), [wanted, today])
  const all = wanted ? reading.value : null
  const waiting = useMemo(() => all && waitingNow(all, priorities), [all, priorities])
  return { waiting, reading }
}
