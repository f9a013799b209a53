import { groupPushes } from './groupPushes.ts'
import { Fingerprint } from './hash.ts'
import type { JobTable } from './jobTable.ts'
import { sortedById } from './order.ts'
import type { Dropped } from './readList.ts'
import type { Rows } from './rowWriter.ts'
import { slotOf, slots } from './slots.ts'

/** A table of rows: grouped, ordered, counted and indexed. `branch` is the short name they were asked for. */
export function assemble(branch: string, rows: Rows, dropped: Dropped): JobTable {
  const pushes = groupPushes(rows, branch)
  const totals = new Int32Array(slots.length)
  for (let row = 0; row < rows.count; row++) {
    const slot = slotOf(rows.columns.state[row] ?? 0, rows.columns.result[row] ?? -1)
    totals[slot] = (totals[slot] ?? 0) + 1
  }
  const print = new Fingerprint()
  print.text(branch)
  for (const half of pushes.hash) print.int(half)
  for (const id of pushes.revision) print.text(rows.names.strings[id] ?? '')
  print.int(dropped.rows)
  print.text(dropped.first ?? '')
  return {
    branch,
    rows: rows.count,
    columns: rows.columns,
    // A copy: the names go on growing while more is read for the same list.
    strings: rows.names.strings.slice(),
    pushes,
    totals,
    byBuild: sortedById(rows.columns.buildId),
    byRequest: sortedById(rows.columns.requestId),
    dropped,
    version: print.word,
  }
}

/** The memory of a table, to be handed from one thread to another without a copy. */
export function buffersOf(table: JobTable): ArrayBuffer[] {
  const arrays = [
    ...Object.values(table.columns),
    ...Object.values(table.pushes),
    table.totals,
    table.byBuild,
    table.byRequest,
  ]
  return arrays.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []))
}
