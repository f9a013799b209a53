import { inTrouble } from './matrix.ts'
import type { Matrix, MatrixCell, MatrixEntry } from './matrix.ts'

/**
 * A place in the matrix that can have the focus: in a cell, the count of its folded ones (where there are any) comes
 * first, then each that is shown. Counted from 0.
 */
export type MatrixStop = { line: number; column: number; index: number }

/** Where an arrow or its companions lead. `first` and `last` are of the whole matrix, `start` and `end` of the line. */
export type MatrixMove = 'left' | 'right' | 'up' | 'down' | 'start' | 'end' | 'first' | 'last'

const sizeOf = (cell: MatrixCell | undefined): number =>
  cell === undefined ? 0 : cell.shown.length + (cell.folded.length > 0 ? 1 : 0)

/** What has the focus: one job, or the count that folds several. Null for a place that is not there (any more). */
export function atStop(
  matrix: Matrix,
  { line, column, index }: MatrixStop,
): { cell: MatrixCell; entry: MatrixEntry | null } | null {
  const cell = matrix.lines[line]?.cells[column]
  if (!cell || index < 0 || index >= sizeOf(cell)) return null
  return { cell, entry: cell.shown[cell.folded.length > 0 ? index - 1 : index] ?? null }
}

function stopsOfLine(matrix: Matrix, line: number): MatrixStop[] {
  return (matrix.lines[line]?.cells ?? []).flatMap((cell, column) =>
    Array.from({ length: sizeOf(cell) }, (_, index) => ({ line, column, index })),
  )
}

/** Every place, as one reads: line by line. */
export const stopsOf = (matrix: Matrix): readonly MatrixStop[] =>
  matrix.lines.flatMap((_, line) => stopsOfLine(matrix, line))

/** The place in a line that is right above or below: in the same column, else in the nearest that has something. */
function nearest(stops: readonly MatrixStop[], { column, index }: MatrixStop): MatrixStop | null {
  const distance = (stop: MatrixStop) => Math.abs(stop.column - column) * 1_000 + Math.abs(stop.index - index)
  return stops.reduce<MatrixStop | null>(
    (best, stop) => (best === null || distance(stop) < distance(best) ? stop : best),
    null,
  )
}

/** The next place in a direction; null where there is none, so that the focus stays. */
export function moveIn(matrix: Matrix, from: MatrixStop, move: MatrixMove): MatrixStop | null {
  if (move === 'first') return stopsOf(matrix)[0] ?? null
  if (move === 'last') return stopsOf(matrix).at(-1) ?? null
  if (move === 'up' || move === 'down') {
    const step = move === 'up' ? -1 : 1
    for (let line = from.line + step; line >= 0 && line < matrix.lines.length; line += step) {
      const found = nearest(stopsOfLine(matrix, line), from)
      if (found) return found
    }
    return null
  }
  const stops = stopsOfLine(matrix, from.line)
  if (move === 'start') return stops[0] ?? null
  if (move === 'end') return stops.at(-1) ?? null
  const at = stops.findIndex(({ column, index }) => column === from.column && index === from.index)
  return at < 0 ? nearest(stops, from) : (stops[at + (move === 'left' ? -1 : 1)] ?? null)
}

/** Where a job stands, by the key of any of its attempts; the count, where it is folded. Null when it is not there. */
export function stopOfKey(matrix: Matrix, key: string): MatrixStop | null {
  const has = ({ attempts }: MatrixEntry) => attempts.some((attempt) => attempt.key === key)
  for (const [line, { cells }] of matrix.lines.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell.folded.some(has)) return { line, column, index: 0 }
      const at = cell.shown.findIndex(has)
      if (at >= 0) return { line, column, index: cell.folded.length > 0 ? at + 1 : at }
    }
  }
  return null
}

/** The next place (`step` 1) or the one before (-1) that is or was in trouble, as one reads; null where there is none. */
export function nextTrouble(matrix: Matrix, from: MatrixStop | null, step: 1 | -1): MatrixStop | null {
  const before = (a: MatrixStop, b: MatrixStop) => a.line - b.line || a.column - b.column || a.index - b.index
  const trouble = stopsOf(matrix).filter((stop) => {
    const entry = atStop(matrix, stop)?.entry
    return entry ? inTrouble(entry) || entry.before !== null : false
  })
  if (from === null) return (step > 0 ? trouble[0] : trouble.at(-1)) ?? null
  return (
    (step > 0 ? trouble.find((stop) => before(stop, from) > 0) : trouble.findLast((stop) => before(stop, from) < 0)) ??
    null
  )
}
