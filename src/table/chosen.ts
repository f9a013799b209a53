import { jobStates } from '../domain/state.ts'
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
export function chosenOf(table: JobTable, { has }: Pick<View, 'has'>, keys: ReadonlySet<string>): Chosen {
  const picked = new Set<number>()
  let gone = 0
  for (const key of keys) {
    const row = rowOfKey(table, key)
    if (row === null) gone++
    else picked.add(row)
  }
  const rows = Int32Array.from(picked).filter(has).toSorted()
  return { rows, hidden: picked.size - rows.length, gone }
}

const PENDING = jobStates.indexOf('pending')
const RUNNING = jobStates.indexOf('running')

/** How many of some rows wait, run, or have ended. */
export function splitOf(table: JobTable, rows: Int32Array): { pending: number; running: number; ended: number } {
  const split = { pending: 0, running: 0, ended: 0 }
  for (const row of rows) {
    const state = table.columns.state[row]
    split[state === PENDING ? 'pending' : state === RUNNING ? 'running' : 'ended']++
  }
  return split
}
