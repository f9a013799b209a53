import { jobStates } from '../domain/state.ts'
import { usualOf } from '../domain/usual.ts'
import type { Usual } from '../domain/usual.ts'
import type { JobTable } from './jobTable.ts'

const FINISHED = jobStates.indexOf('finished')

/** What is usual for a builder by the finished jobs of a table: its waits for a claim and its runs, in seconds. */
export function usualOfBuilder(table: JobTable, builder: string): { waiting: Usual | null; running: Usual | null } {
  const name = table.strings.indexOf(builder)
  const { columns } = table
  const waits: number[] = []
  const runs: number[] = []
  for (let row = 0; row < table.rows; row++) {
    if (columns.builder[row] !== name || columns.state[row] !== FINISHED) continue
    waits.push((columns.claimed[row] ?? NaN) - (columns.submitted[row] ?? NaN))
    runs.push((columns.ended[row] ?? NaN) - (columns.started[row] ?? NaN))
  }
  return { waiting: usualOf(waits), running: usualOf(runs) }
}

/** What is usual for the runs of many builders at once, in seconds; one look at each row, however many are asked. */
export function usualRuns(table: JobTable, builders: Iterable<string>): ReadonlyMap<string, Usual | null> {
  const { builder, state, started, ended } = table.columns
  const wanted = new Set(builders)
  const runs = new Map<number, number[]>()
  for (const [id, name] of table.strings.entries()) if (wanted.has(name)) runs.set(id, [])
  for (let row = 0; row < table.rows; row++) {
    if (state[row] === FINISHED) runs.get(builder[row] ?? -1)?.push((ended[row] ?? NaN) - (started[row] ?? NaN))
  }
  return new Map(Array.from(runs, ([id, seconds]) => [table.strings[id] ?? '', usualOf(seconds)]))
}
