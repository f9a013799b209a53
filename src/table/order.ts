import { severityOf } from '../domain/severity.ts'
import { jobStates } from '../domain/state.ts'
import type { JobColumns } from './jobTable.ts'
import type { Rows } from './rowWriter.ts'

/** Rows worst first, then by builder's name, then as the list had them. */
export function worstFirst({ count, columns, names }: Rows): Int32Array {
  const ranks = nameRanks(columns.builder, names.strings)
  const severities = severityTable(columns)
  // One number per row that sorts as wanted and ends in the row: typed arrays sort numbers without a call per pair.
  const keys = new Float64Array(count)
  for (let row = 0; row < count; row++) {
    const severity = severities(columns.state[row] ?? 0, columns.result[row] ?? -1)
    keys[row] = (severity * ranks.size + (ranks.rank[columns.builder[row] ?? 0] ?? 0)) * count + row
  }
  return rowsOf(keys, count)
}

/** The place of each builder's name among all of them. */
function nameRanks(builders: Int32Array, strings: readonly string[]): { rank: Int32Array; size: number } {
  const seen = [...new Set(builders)].toSorted((a, b) => compareText(strings[a] ?? '', strings[b] ?? ''))
  const rank = new Int32Array(strings.length)
  for (const [place, id] of seen.entries()) rank[id] = place
  return { rank, size: Math.max(1, seen.length) }
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** `severityOf` by codes, asked once per pair of state and result. */
function severityTable(columns: JobColumns): (state: number, result: number) => number {
  const known = new Map<number, number>()
  for (let row = 0; row < columns.state.length; row++) {
    const state = columns.state[row] ?? 0
    const result = columns.result[row] ?? -1
    const key = result * 8 + state
    if (known.has(key)) continue
    known.set(key, severityOf(jobStates[state] ?? 'pending', result < 0 ? null : result))
  }
  return (state, result) => known.get(result * 8 + state) ?? 0
}

/** Positions of `ids` in ascending order of id, those without one (-1) left out. */
export function sortedById(ids: Float64Array): Int32Array {
  const present = new Int32Array(ids.length)
  let size = 0
  let largest = 0
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? -1
    if (id < 0) continue
    present[size++] = at
    largest = Math.max(largest, id)
  }
  const found = present.slice(0, size)
  if (largest * ids.length > Number.MAX_SAFE_INTEGER)
    return found.toSorted((a, b) => (ids[a] ?? 0) - (ids[b] ?? 0) || a - b)
  return rowsOf(
    Float64Array.from(found, (at) => (ids[at] ?? 0) * ids.length + at),
    ids.length,
  )
}

/** Sorts keys of the form `rank * count + row` and gives their rows. */
function rowsOf(keys: Float64Array, count: number): Int32Array {
  keys.sort()
  const rows = new Int32Array(keys.length)
  // Not `%`, which is slow on numbers above 32 bits.
  for (let at = 0; at < rows.length; at++) {
    const key = keys[at] ?? 0
    rows[at] = key - Math.floor(key / count) * count
  }
  return rows
}
