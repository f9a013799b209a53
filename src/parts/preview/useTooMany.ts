import { useMemo } from 'react'
import { usualLimits } from '../../domain/guard.ts'
import { isAbout } from '../../domain/actionState.ts'
import { whyNot } from '../../domain/whyNot.ts'
import { chosenOf, splitOf } from '../../table/chosen.ts'
import { jobAt } from '../../table/jobTable.ts'
import type { JobTable } from '../../table/jobTable.ts'
import type { BulkQuestion } from '../BulkPreview.tsx'
import { targetOf, useOpenCancels } from './usePicked.ts'

const rights = { cancel: 'cancel', rebuild: 'rebuild', priority: 'reprioritize' } as const
const everyRow = { has: () => true }

/**
 * How many jobs an act aims at, where that is more than may be asked for at once; else null. Known before anything is
 * worked out about them: no more jobs are made than it takes to be sure.
 */
export function useTooMany({ act, keys }: BulkQuestion, table: JobTable): number | null {
  const cancels = useOpenCancels()
  return useMemo(() => {
    const { rows } = chosenOf(table, everyRow, new Set(keys))
    const { pending, running, ended } = splitOf(table, rows)
    const aims = pending + (act === 'priority' ? 0 : running) + (act === 'rebuild' ? ended : 0)
    if (aims <= usualLimits.targets) return null
    let hit = 0
    for (const row of rows) {
      const job = jobAt(table, row)
      if (whyNot(rights[act], job) !== null) continue
      if (act === 'cancel' && cancels.some((record) => isAbout(record, targetOf(job)))) continue
      hit++
      if (hit > usualLimits.targets) return aims
    }
    return null
  }, [act, keys, table, cancels])
}
