import { useMemo, useState } from 'react'
import { useActions } from '../../actions/store.ts'
import type { ActionRecord } from '../../domain/action.ts'
import { isAbout, isAwaited } from '../../domain/actionState.ts'
import type { Job } from '../../domain/job.ts'
import { jobAt } from '../../table/jobTable.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { rowOfKey } from '../../table/rows.ts'
import { useWallClock } from '../../ui/clock.ts'

export type LeftOut = { job: Job; why: string }

type Picked = {
  /** Jobs that are meant, each once, by their rows. */
  jobs: ReadonlyMap<number, Job>
  /** Not asked for, and why. */
  leftOut: readonly LeftOut[]
}

/** The rows of keys that are in the table, each row once, under the first key that names it. */
function rowsOf(table: JobTable, keys: readonly string[]): ReadonlyMap<string, number> {
  const rows = new Map<number, string>()
  for (const key of keys) {
    const row = rowOfKey(table, key)
    if (row !== null && !rows.has(row)) rows.set(row, key)
  }
  return new Map(Array.from(rows, ([row, key]) => [key, row]))
}

/** A job as actions name it. */
export const targetOf = ({ buildId, requests }: Job) => ({
  buildId,
  requestIds: requests.map(({ requestId }) => requestId),
})

/** Cancels that are under way: not asked for again. */
export function useOpenCancels(): readonly ActionRecord[] {
  const actions = useActions()
  // What was never answered is given up after minutes: no need to look each second.
  const minute = useWallClock(60) * 1000
  return useMemo(
    () =>
      actions.filter(
        (record) => record.plan.kind.startsWith('cancel') && record.hold === null && isAwaited(record, minute),
      ),
    [actions, minute],
  )
}

/**
 * Jobs that were picked to be cancelled, as the list has them now. One that it has no more is named as it was when the
 * question was opened; one whose cancel is under way is not asked for again.
 */
export function usePicked(table: JobTable, keys: readonly string[]): Picked {
  const [before] = useState(() => Array.from(rowsOf(table, keys), ([key, row]) => ({ key, job: jobAt(table, row) })))
  const cancels = useOpenCancels()
  return useMemo(() => {
    const jobs = new Map<number, Job>()
    const leftOut: LeftOut[] = []
    for (const row of rowsOf(table, keys).values()) {
      const job = jobAt(table, row)
      if (!cancels.some((record) => isAbout(record, targetOf(job)))) jobs.set(row, job)
      else leftOut.push({ job, why: 'Its cancel is already under way' })
    }
    for (const { key, job } of before) {
      if (rowOfKey(table, key) === null) leftOut.push({ job, why: 'No longer in the list' })
    }
    return { jobs, leftOut }
  }, [table, keys, before, cancels])
}
