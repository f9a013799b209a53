import { parseBuilder } from './builderName.ts'
import type { BuilderFacts } from './builderName.ts'
import { severityOf } from './severity.ts'
import { SUCCESS, jobWord } from './state.ts'
import type { JobState } from './state.ts'

/** What the matrix needs of a job. Times in seconds since epoch. */
export type MatrixItem = {
  key: string
  builder: string
  state: JobState
  result: number | null
  submitted: number
  started: number | null
  /** The other branch whose work this is, which the server let into the list (contract surprise 34); null for its own. */
  leak: string | null
}

/** One builder in a cell: its latest attempt, and those before. */
export type MatrixEntry = {
  /** Of the latest attempt. */
  key: string
  builder: string
  symbol: string
  state: JobState
  result: number | null
  /** The one word of its state or result. */
  word: string
  /** All attempts, the latest first; attempts that the farm itself gave back count too. */
  attempts: readonly MatrixItem[]
}

export type MatrixCell = {
  /** `<line> <column>`. */
  id: string
  /** Green ones behind a count; empty where the cell is opened. */
  folded: readonly MatrixEntry[]
  /** Drawn one by one, worst first. */
  shown: readonly MatrixEntry[]
}

export type MatrixLine = {
  id: string
  /** `Linux x64`. */
  label: string
  /** `debug`, or empty where the name does not tell. */
  type: string
  leak: string | null
  /** One for each column, in their order. */
  cells: readonly MatrixCell[]
}

/** The jobs of a push: platforms and types down, groups across. */
export type Matrix = {
  columns: readonly { id: string; label: string }[]
  lines: readonly MatrixLine[]
  /** Jobs in it, all attempts. */
  jobs: number
}

const BUILD = { id: 'build', label: 'Build' }
const OTHER = { id: 'other', label: 'Other' }

function columnOf({ kind, group, groupLabel }: BuilderFacts): { id: string; label: string } {
  // A group may be called as one of ours.
  if (group !== '') return { id: `group ${group}`, label: groupLabel || group }
  return kind === 'build' || kind === 'nightly' || kind === 'repack' ? BUILD : OTHER
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** "2" before "10"; made once, since making one costs more than what it compares. */
const bySymbol = new Intl.Collator('en', { numeric: true }).compare

/** Builds stand first, what has no group last, groups between them by name. */
const columnRank = (id: string): number => (id === BUILD.id ? 0 : id === OTHER.id ? 2 : 1)

/** Failure, exception, warnings and results nobody knows are never folded. */
const LOUD = severityOf('finished', 1)
const isTrouble = ({ state, result }: MatrixItem): boolean => state === 'finished' && severityOf(state, result) <= LOUD

/** Green, and at no attempt in trouble: a failure that a later run made green stays in sight. */
const folds = ({ state, result, attempts }: MatrixEntry): boolean =>
  state === 'finished' && result === SUCCESS && !attempts.some(isTrouble)

/** What was submitted later is later; of one request, what started later, and what waits again is the latest. */
export const newestFirst = (a: MatrixItem, b: MatrixItem): number =>
  b.submitted - a.submitted || (b.started ?? Infinity) - (a.started ?? Infinity) || byText(b.key, a.key)

function entryOf(items: MatrixItem[], { symbol, name: builder }: BuilderFacts): MatrixEntry | null {
  const attempts = items.length > 1 ? items.toSorted(newestFirst) : items
  const [latest] = attempts
  if (!latest) return null
  const { key, state, result } = latest
  return { key, builder, symbol, state, result, word: jobWord(state, result), attempts }
}

type Draft = {
  facts: BuilderFacts
  leak: string | null
  columns: Map<string, Map<string, { facts: BuilderFacts; items: MatrixItem[] }>>
}

/** The matrix of a push's jobs. `open`: ids of cells whose green ones are to be shown one by one. */
export function matrixOf(items: readonly MatrixItem[], open: ReadonlySet<string> = new Set()): Matrix {
  const drafts = new Map<string, Draft>()
  const columns = new Map<string, { id: string; label: string }>()
  for (const item of items) {
    const facts = parseBuilder(item.builder)
    const id = [item.leak ?? '', facts.platform, facts.type].join(' ').trim()
    let draft = drafts.get(id)
    if (!draft) drafts.set(id, (draft = { facts, leak: item.leak, columns: new Map() }))
    const column = columnOf(facts)
    if (!columns.has(column.id)) columns.set(column.id, column)
    let builders = draft.columns.get(column.id)
    if (!builders) draft.columns.set(column.id, (builders = new Map()))
    const known = builders.get(item.builder)
    if (known) known.items.push(item)
    else builders.set(item.builder, { facts, items: [item] })
  }
  const ordered = [...columns.values()].toSorted(
    (a, b) => columnRank(a.id) - columnRank(b.id) || byText(a.label, b.label) || byText(a.id, b.id),
  )
  const lines = [...drafts].map(([id, { facts, leak, columns: filled }]): MatrixLine => {
    const cells = ordered.map((column) => {
      const entries = [...(filled.get(column.id)?.values() ?? [])].flatMap((one) => entryOf(one.items, one.facts) ?? [])
      return cellOf(`${id} ${column.id}`, entries, open)
    })
    return { id, label: facts.platformLabel, type: facts.type, leak, cells }
  })
  lines.sort(
    (a, b) =>
      byText(a.leak ?? '', b.leak ?? '') ||
      byText(a.label, b.label) ||
      typeRank(a.type) - typeRank(b.type) ||
      byText(a.id, b.id),
  )
  return { columns: ordered, lines, jobs: items.length }
}

/** opt before debug, as everywhere; the rarer ones after them. */
const typeRank = (type: string): number => {
  const at = ['', 'opt', 'debug'].indexOf(type)
  return at < 0 ? 3 : at
}

function cellOf(id: string, entries: readonly MatrixEntry[], open: ReadonlySet<string>): MatrixCell {
  const opened = open.has(id)
  const folded = opened ? [] : entries.filter(folds)
  const shown = opened ? entries : entries.filter((entry) => !folds(entry))
  const severity = (entry: MatrixEntry) => severityOf(entry.state, entry.result)
  return {
    id,
    folded: folded.toSorted((a, b) => bySymbol(a.symbol, b.symbol)),
    shown: shown.toSorted((a, b) => severity(a) - severity(b) || bySymbol(a.symbol, b.symbol) || byText(a.key, b.key)),
  }
}

/** Whether an entry is in trouble now: failure, exception, warnings, or a result nobody knows. */
export const inTrouble = ({ state, result }: Pick<MatrixEntry, 'state' | 'result'>): boolean =>
  state === 'finished' && severityOf(state, result) <= LOUD
