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
  // A mark for each row, since everything may be picked: a set of 100,000 costs more than a frame.
  const picked = new Uint8Array(table.rows)
  let gone = 0
  let all = 0
  let shown = 0
  for (const key of keys) {
    const row = rowOfKey(table, key)
    if (row === null) gone++
    else if (picked[row] === 0) {
      all++
      picked[row] = has(row) ? 2 : 1
      if (picked[row] === 2) shown++
    }
  }
  const rows = new Int32Array(shown)
  for (let row = 0, at = 0; at < shown; row++) if (picked[row] === 2) rows[at++] = row
  return { rows, hidden: all - shown, gone }
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
