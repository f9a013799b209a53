import { severityOf } from '../../domain/severity.ts'
import { WARNINGS } from '../../domain/state.ts'
import type { LineCell, PlatformLine } from '../../table/platformLines.ts'

/** Lines without trouble that a closed push may spend; with more, the rest become one line of counts. */
export const QUIET_LINES = 4

/** How many jobs of one kind, worst kind first: "12 running". */
export type LineCount = { word: string; count: number }
/** What a push shows: lines, and the counts of those folded together. */
export type ShownLines = {
  lines: readonly PlatformLine[]
  rest: { lines: number; green: number; counts: readonly LineCount[] } | null
}

const isLoud = (line: PlatformLine): boolean =>
  line.cells.some(({ state, result }) => severityOf(state, result) <= severityOf('finished', WARNINGS))

/** Folds quiet platforms of a push that runs on many into counts. Lines with trouble never fold. */
export function foldQuiet(lines: readonly PlatformLine[]): ShownLines {
  const quiet = lines.filter((line) => !isLoud(line))
  if (quiet.length <= QUIET_LINES) return { lines, rest: null }
  const kept = new Set(quiet.slice(0, QUIET_LINES - 1))
  const folded = quiet.filter((line) => !kept.has(line))
  const counts = new Map<string, LineCount & { severity: number }>()
  const add = (count: number, { word, state, result }: Pick<LineCell, 'word' | 'state' | 'result'>) =>
    counts.set(word, { word, count: count + (counts.get(word)?.count ?? 0), severity: severityOf(state, result) })
  for (const line of folded) {
    for (const kind of line.folded) add(kind.count, kind)
    for (const cell of line.cells) add(1, cell)
  }
  return {
    lines: lines.filter((line) => isLoud(line) || kept.has(line)),
    rest: {
      lines: folded.length,
      green: folded.reduce((sum, line) => sum + line.green, 0),
      counts: [...counts.values()].toSorted((one, other) => one.severity - other.severity),
    },
  }
}
