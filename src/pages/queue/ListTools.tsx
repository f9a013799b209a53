import { BulkBar } from '../../parts/BulkBar.tsx'
import { JobKeys } from '../../parts/JobKeys.tsx'
import { RowsLog } from '../../parts/RowsLog.tsx'
import { jobAt, keyAt } from '../../table/jobTable.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { pushAt } from '../../table/push.ts'
import type { View } from '../../table/view.ts'
import type { Item } from './items.ts'

type KeysProps = {
  items: readonly Item[]
  /** Where the cursor stands. */
  at: number | null
  table: JobTable
  view: View
  branch: string
  place: string
  signedOut: boolean
}

/** What is done by key to the job of the list under the cursor, and what its rows know of the log. */
export function ListKeys({ items, at, table, view, branch, place, signedOut }: KeysProps) {
  const here = () => {
    const item = at === null ? undefined : items[at]
    if (item?.kind === 'job') {
      return { job: jobAt(table, item.row), item: item.key, revision: pushAt(table, item.push).revision }
    }
    if (item?.kind !== 'push') return null
    return { keys: () => Array.from(view.rowsOf(item.push), (row) => keyAt(table, row)) }
  }
  const lines = () =>
    items.flatMap((item) => (item.kind === 'job' ? [{ item: item.key, key: keyAt(table, item.row) }] : []))
  return (
    <>
      <JobKeys place={place} branch={branch} signedOut={signedOut} here={here} lines={lines} />
      <RowsLog />
    </>
  )
}

type BulkProps = { table: JobTable; view: View; branch: string; place: string; signedOut: boolean }

/** What is done to the jobs picked on the list, and was: also where the filter shows none of them. */
export function ListBulk({ table, view, ...where }: BulkProps) {
  const matching = () => {
    const keys: string[] = []
    for (let row = 0; row < table.rows; row++) if (view.has(row)) keys.push(keyAt(table, row))
    return keys
  }
  return (
    <BulkBar {...where} table={table} has={view.has} matching={{ count: view.shown, keys: matching }} revision={null} />
  )
}
