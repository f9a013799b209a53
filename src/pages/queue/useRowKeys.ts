import type { KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { useCommands } from '../../commands/registry.ts'
import { severityOf } from '../../domain/severity.ts'
import { disarm } from '../../parts/cancelPress.ts'
import { jobPath } from '../../parts/jobLinks.ts'
import { jobAt } from '../../table/jobTable.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { pushAt } from '../../table/push.ts'
import type { View } from '../../table/view.ts'
import { announce } from '../../ui/announce.ts'
import { isStop, nextStop } from './items.ts'
import type { Item } from './items.ts'

type RowKeys = {
  items: readonly Item[]
  /** Where the cursor stands. */
  at: number | null
  table: JobTable
  view: View
  branch: string
  focus: (index: number) => void
  onOpen: (revision: string | null, open: boolean) => void
}

/** Failure, exception, or a result nobody knows. */
const FAILING = 1

/** The keys by which one moves in the list: letters through the registry, arrows and Enter where focus is. Gives the list's key handler. */
export function useRowKeys({ items, at, table, view, branch, focus, onOpen }: RowKeys) {
  const navigate = useNavigate()
  const item = at === null ? undefined : items[at]
  const revisionOf = (push: number) => pushAt(table, push).revision

  const go = (step: 1 | -1, wanted: (item: Item) => boolean, none?: string) => {
    const next = nextStop(items, at ?? -1, step, wanted)
    if (next !== null) focus(next)
    else if (none) announce(none)
  }
  const isFailing = (other: Item): boolean => {
    if (other.kind === 'job') {
      const { state, result } = jobAt(table, other.row)
      return severityOf(state, result) <= FAILING
    }
    if (other.kind !== 'push' || other.open) return false
    const { counts } = pushAt(table, other.push)
    const outside = view.outsideOf(other.push)
    return counts.failure + counts.exception > outside.failure + outside.exception
  }

  useCommands([
    { keys: 'j', run: () => go(1, isStop) },
    { keys: 'k', run: () => go(-1, isStop) },
    { keys: 'n', run: () => go(1, isFailing, 'No failure below') },
    { keys: 'p', run: () => go(-1, isFailing, 'No failure above') },
  ])

  const openOrClose = (open: boolean) => {
    if (item?.kind === 'push' && item.open !== open) return onOpen(revisionOf(item.push), open)
    if (item?.kind === 'push' && open) return go(1, isStop)
    if (item?.kind === 'job' && !open) return go(-1, (other) => other.kind === 'push')
  }
  const enter = () => {
    if (item?.kind === 'push') onOpen(revisionOf(item.push), !item.open)
    if (item?.kind === 'job') void navigate(jobPath(branch, jobAt(table, item.row)))
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => go(1, isStop),
    ArrowUp: () => go(-1, isStop),
    ArrowRight: () => openOrClose(true),
    ArrowLeft: () => openOrClose(false),
    Home: () => focus(0),
    End: () => {
      const last = nextStop(items, items.length, -1, isStop)
      if (last !== null) focus(last)
    },
  }

  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.target instanceof Element && event.target.closest('[popover]')) return
    const onRow = event.target instanceof Element && event.target.matches('[role=row]')
    // On a button or link inside the row Enter is that one's.
    const run = event.key === 'Enter' ? (onRow ? enter : undefined) : keys[event.key]
    if (!run && !(event.key === 'Escape' && disarm())) return
    event.preventDefault()
    run?.()
  }
}
