import type { KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { useCommands } from '../../commands/registry.ts'
import type { Job } from '../../domain/job.ts'
import { inTrouble } from '../../domain/matrix.ts'
import { disarm } from '../../parts/cancelPress.ts'
import { jobPath } from '../../parts/jobLinks.ts'
import { jobAt } from '../../table/jobTable.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { announce } from '../../ui/announce.ts'

type JobKeys = {
  /** All of them, drawn or not yet. */
  rows: Int32Array
  /** Where the cursor stands. */
  at: number | null
  table: JobTable
  branch: string
  /** May take a moment, where that row is not drawn yet. */
  focus: (index: number) => void
}

/** The keys by which one moves in a push's list: letters through the registry, arrows and Enter where focus is. Gives the list's key handler. */
export function useJobKeys({ rows, at, table, branch, focus }: JobKeys) {
  const navigate = useNavigate()
  const jobHere = (): Job | null => {
    const row = at === null ? undefined : rows[at]
    return row === undefined ? null : jobAt(table, row)
  }
  const move = (step: 1 | -1) => {
    const next = at === null ? 0 : at + step
    if (next >= 0 && next < rows.length) focus(next)
  }
  const trouble = (step: 1 | -1) => {
    for (let next = (at ?? -1) + step; next >= 0 && next < rows.length; next += step) {
      if (inTrouble(jobAt(table, rows[next] ?? 0))) return focus(next)
    }
    announce(step > 0 ? 'No failure below' : 'No failure above')
  }
  useCommands([
    { keys: 'j', run: () => move(1) },
    { keys: 'k', run: () => move(-1) },
    { keys: 'n', run: () => trouble(1) },
    { keys: 'p', run: () => trouble(-1) },
  ])

  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Home: () => focus(0),
    End: () => focus(rows.length - 1),
  }
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    if (!(event.target instanceof Element) || event.target.closest('[popover]')) return
    const job = jobHere()
    // On a button or link inside the row Enter is that one's.
    const opens = event.key === 'Enter' && job !== null && event.target.matches('[role=row]')
    const run = opens ? () => void navigate(jobPath(branch, job)) : keys[event.key]
    if (!run && !(event.key === 'Escape' && disarm())) return
    event.preventDefault()
    run?.()
  }
}
