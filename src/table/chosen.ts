import type { JobTable } from './jobTable.ts'
import { rowOfKey } from './rows.ts'
import type { View } from './view.ts'

/** What is picked in a list, as rows of its table now. */
export type Chosen = {
  /** Rows that are picked and that the filter shows: all that an action may hit. Ascending. */
  rows: Int32Array
  /** Picked, and left out by the filter. */
  hidden: number
  /** Picked, and no longer in the list. */
  gone: number
}

/**
 * The rows that `keys` name, through the filter: what the filter hides is never hit. A request that has become a build
 * since is its build; two keys of one row count once.
 */
export function chosenOf(table: JobTable, view: Pick<View, 'has'>, keys: ReadonlySet<string>): Chosen {
  const picked = new Set<number>()
  let gone = 0
  for (const key of keys) {
    const row = rowOfKey(table, key)
    if (row === null) gone++
    else picked.add(row)
  }
  const rows = Int32Array.from(picked)
    .filter((row) => view.has(row))
    .sort()
  return { rows, hidden: picked.size - rows.length, gone }
}
