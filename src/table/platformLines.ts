import { parseBuilder } from '../domain/builderName.ts'
import type { BuilderFacts } from '../domain/builderName.ts'
import type { CompiledFilter } from '../domain/filter/compile.ts'
import { severityOf } from '../domain/severity.ts'
import { jobStates, jobWord, SUCCESS } from '../domain/state.ts'
import type { JobState } from '../domain/state.ts'
import { builderAt, keyAt } from './jobTable.ts'
import type { JobTable } from './jobTable.ts'
import { compareText } from './order.ts'
import { pushAt } from './push.ts'
import type { Push } from './push.ts'
import type { View } from './view.ts'

/** One job drawn by itself on a platform line. It holds a key, not a row, so it stays true over refreshes. */
export type LineCell = {
  /** `b<build id>` or `r<request id>`. */
  key: string
  builder: string
  /** The short sign ("bc2", "B"), and the letter of its group ("M", "" for jobs that stand alone). */
  symbol: string
  group: string
  state: JobState
  result: number | null
  /** The one word of the state or result. */
  word: string
}

/** Jobs of one quiet kind that are only counted, since the line has more than three of them. */
export type Folded = { word: string; state: JobState; result: number | null; count: number }

/** One line of a push in the Queue: a platform and build type. Green is a count, trouble never folds. */
export type PlatformLine = {
  /** Unique in the push. */
  id: string
  /** "Linux x64", "All platforms", "4 other platforms". */
  label: string
  /** "debug", "opt", or "" where the name does not tell or several types are folded together. */
  type: string
  jobs: number
  green: number
  folded: readonly Folded[]
  /** Cells of one group stand together; worst first inside a group. */
  cells: readonly LineCell[]
}

/** Quiet kinds with more than this many jobs on a line are folded to a count. */
const FOLD_ABOVE = 3
/** So many all-green lines become one. */
const FOLD_GREEN = 3

/** Lines drawn so far; a push object changes its identity when anything in it does. */
const drawn = new WeakMap<Push, WeakMap<CompiledFilter, readonly PlatformLine[]>>()

/**
 * The lines of push `p` as far as they match the view: those with trouble first, then those still active, then green
 * ones, each by label and type. The same push through the same filter keeps the same lines from refresh to refresh.
 */
export function platformLines(table: JobTable, view: View, p: number): readonly PlatformLine[] {
  const push = pushAt(table, p)
  let byFilter = drawn.get(push)
  if (byFilter === undefined) drawn.set(push, (byFilter = new WeakMap()))
  const known = byFilter.get(view.filter)
  if (known !== undefined) return known
  const lines = draw(table, view.rowsOf(p))
  byFilter.set(view.filter, lines)
  return lines
}

type Draft = { facts: BuilderFacts; green: number; others: { cell: LineCell; severity: number }[] }

function draw(table: JobTable, rows: Int32Array): PlatformLine[] {
  const drafts = new Map<string, Draft>()
  for (const row of rows) {
    const builder = builderAt(table, row)
    const facts = parseBuilder(builder)
    const id = `${facts.platform} ${facts.type}`
    let draft = drafts.get(id)
    if (draft === undefined) drafts.set(id, (draft = { facts, green: 0, others: [] }))
    const state = jobStates[table.columns.state[row] ?? 0] ?? 'pending'
    const code = table.columns.result[row] ?? -1
    const result = code < 0 ? null : code
    if (state === 'finished' && result === SUCCESS) draft.green++
    else {
      const { symbol, group } = facts
      const cell = { key: keyAt(table, row), builder, symbol, group, state, result, word: jobWord(state, result) }
      draft.others.push({ cell, severity: severityOf(state, result) })
    }
  }
  return foldGreen(
    [...drafts]
      .map(([id, draft]) => ({ line: lineOf(id, draft), rank: rankOf(draft) }))
      .toSorted(
        (a, b) => a.rank - b.rank || compareText(a.line.label, b.line.label) || compareText(a.line.type, b.line.type),
      )
      .map(({ line }) => line),
  )
}

/** Trouble is named one by one whatever its number: failure, exception, warnings and results nobody knows. */
const LOUD = severityOf('finished', 1)
const rankOf = ({ others }: Draft): number =>
  others.some(({ severity }) => severity <= LOUD) ? 0 : others.length > 0 ? 1 : 2

function lineOf(id: string, { facts, green, others }: Draft): PlatformLine {
  const kinds = new Map<string, number>()
  for (const { cell } of others) kinds.set(cell.word, (kinds.get(cell.word) ?? 0) + 1)
  const folds = ({ cell, severity }: Draft['others'][number]) =>
    severity > LOUD && (kinds.get(cell.word) ?? 0) > FOLD_ABOVE
  const folded = new Map<string, Folded>()
  for (const { word, state, result } of others.filter(folds).map(({ cell }) => cell)) {
    folded.set(word, { word, state, result, count: kinds.get(word) ?? 0 })
  }
  const cells = others
    .filter((other) => !folds(other))
    .toSorted(
      (a, b) =>
        compareText(a.cell.group, b.cell.group) ||
        a.severity - b.severity ||
        compareSymbols(a.cell.symbol, b.cell.symbol),
    )
    .map(({ cell }) => cell)
  const { platformLabel: label, type } = facts
  return { id, label, type, jobs: green + others.length, green, folded: [...folded.values()], cells }
}

/** "2" before "10". */
const compareSymbols = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

/** Several lines that are green and nothing else become one, so that a good push is one line. */
function foldGreen(lines: PlatformLine[]): PlatformLine[] {
  const isGreen = (line: PlatformLine) => line.green === line.jobs
  const green = lines.filter(isGreen)
  const rest = lines.filter((line) => !isGreen(line))
  if (green.length < 2 || (rest.length > 0 && green.length < FOLD_GREEN)) return lines
  const types = new Set(green.map((line) => line.type))
  const platforms = new Set(green.map((line) => line.label)).size
  const [only = ''] = types
  const jobs = green.reduce((sum, line) => sum + line.jobs, 0)
  const label = rest.length === 0 ? 'All platforms' : `${platforms} other platform${platforms === 1 ? '' : 's'}`
  return [...rest, { id: 'green', label, type: types.size === 1 ? only : '', jobs, green: jobs, folded: [], cells: [] }]
}
