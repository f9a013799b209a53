import { BulkBar } from '../../parts/BulkBar.tsx'
import { JobKeys } from '../../parts/JobKeys.tsx'
import { jobAt, keyAt } from '../../table/jobTable.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { pushAt } from '../../table/push.ts'
import type { View } from '../../table/view.ts'
import type { Item } from './items.ts'

type Props = {
  items: readonly Item[]
  /** Where the cursor stands. */
  at: number | null
  table: JobTable
  view: View
  branch: string
  place: string
  signedOut: boolean
}

/** What is done to the jobs of the list: to the one under the cursor by key, to those picked by the bulk bar. */
export function ListTools({ items, at, table, view, branch, place, signedOut }: Props) {
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
  const matching = () => {
    const keys: string[] = []
    for (let row = 0; row < table.rows; row++) if (view.has(row)) keys.push(keyAt(table, row))
    return keys
  }
  return (
    <>
      <JobKeys place={place} branch={branch} signedOut={signedOut} here={here} lines={lines} />
      <BulkBar
        place={place}
        table={table}
        has={view.has}
        matching={{ count: view.shown, keys: matching }}
        branch={branch}
        revision={null}
        signedOut={signedOut}
      />
    </>
  )
}
