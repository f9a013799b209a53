import { parseBuilder } from './builderName.ts'
import type { BuilderFacts } from './builderName.ts'
import { severityOf } from './severity.ts'
import { SUCCESS, WARNINGS, jobWord } from './state.ts'
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
  /** With the letters of its group where no head of a column says them: `M bc2`. */
  symbol: string
  state: JobState
  result: number | null
  /** The one word of its state or result. */
  word: string
  /** The word of the worst attempt before, where that was in trouble and worse than this one: the verdict counts it. */
  before: string | null
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

type Column = { id: string; label: string }

/** The jobs of a push: platforms and types down, groups across. */
export type Matrix = {
  columns: readonly Column[]
  lines: readonly MatrixLine[]
  /** Labels of the groups that stand under *Other* for want of room. */
  others: readonly string[]
  /** Jobs in it, all attempts. */
  jobs: number
}

/** How a matrix is drawn. */
export type MatrixForm = {
  /** Ids of cells whose green ones are shown one by one. */
  open?: ReadonlySet<string>
  /** No room for groups: a line has what is to be looked at in one cell, and its green ones in a second. */
  narrow?: boolean
}

const BUILD = { id: 'build', label: 'Build' }
const OTHER = { id: 'other', label: 'Other' }
const LOOK = { id: 'look', label: 'Not green' }
const GREEN = { id: 'green', label: 'Green' }

/** Groups that have a column of their own, at most: as many as fit beside an open job. */
export const MOST_GROUPS = 6

function columnOf({ kind, group, groupLabel }: BuilderFacts): Column {
  // A group may be called as one of ours.
  if (group !== '') return { id: `group ${group}`, label: groupLabel || group }
  return kind === 'build' || kind === 'nightly' || kind === 'repack' ? BUILD : OTHER
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** "2" before "10"; made once, since making one costs more than what it compares. */
const bySymbol = new Intl.Collator('en', { numeric: true }).compare

/** Builds stand first, what has no group last, groups between them by name. */
const columnRank = (id: string): number => (id === BUILD.id ? 0 : id === OTHER.id || id === GREEN.id ? 2 : 1)

type Judged = Pick<MatrixItem, 'state' | 'result'>
const severity = ({ state, result }: Judged): number => severityOf(state, result)
const LOUD = severityOf('finished', WARNINGS)

/** Whether a job is in trouble now: failure, exception, warnings, or a result nobody knows. These are never folded. */
export const inTrouble = (job: Judged): boolean => job.state === 'finished' && severity(job) <= LOUD

/** Green, and at no attempt in trouble: a failure that a later run made green stays in sight. */
const folds = ({ state, result, before }: MatrixEntry): boolean =>
  state === 'finished' && result === SUCCESS && before === null

/** What was submitted later is later; of one request, what started later, and what waits again is the latest. */
export const newestFirst = (a: MatrixItem, b: MatrixItem): number =>
  b.submitted - a.submitted || (b.started ?? Infinity) - (a.started ?? Infinity) || byText(b.key, a.key)

/** A job in its place. */
type Placed = { entry: MatrixEntry; facts: BuilderFacts; leak: string | null; column: Column }

/** All attempts of one builder as one job. */
function placedOf(items: readonly MatrixItem[]): Placed[] {
  const attempts = items.toSorted(newestFirst)
  const [latest, ...earlier] = attempts
  if (!latest) return []
  const { key, builder, state, result, leak } = latest
  const facts = parseBuilder(builder)
  const [worst] = earlier.filter(inTrouble).toSorted((a, b) => severity(a) - severity(b))
  const before = worst && severity(worst) < severity(latest) ? jobWord(worst.state, worst.result) : null
  const word = jobWord(state, result)
  const entry = { key, builder, symbol: facts.symbol, state, result, word, before, attempts }
  return [{ entry, facts, leak, column: columnOf(facts) }]
}

/** To a column whose head does not say the group, so that the symbol has to. */
function moved({ entry, facts, leak }: Placed, column: Column): Placed {
  const { group, symbol } = facts
  return { entry: symbol.startsWith(group) ? entry : { ...entry, symbol: `${group} ${symbol}` }, facts, leak, column }
}

/** Groups that go under *Other* where there are too many: all but the biggest, and in any case those of one builder. */
function smallGroups(jobs: readonly Placed[]): ReadonlyMap<string, Column> {
  const groups = new Map<string, { column: Column; size: number }>()
  for (const { column } of jobs) {
    if (column === BUILD || column === OTHER) continue
    groups.set(column.id, { column, size: (groups.get(column.id)?.size ?? 0) + 1 })
  }
  if (groups.size <= MOST_GROUPS) return new Map()
  const biggest = [...groups].toSorted(([a, one], [b, other]) => other.size - one.size || byText(a, b))
  const small = biggest.filter(([, { size }], at) => at >= MOST_GROUPS || size === 1)
  return new Map(small.map(([id, { column }]) => [id, column]))
}

/** The matrix of a push's jobs. */
export function matrixOf(items: readonly MatrixItem[], { open = new Set(), narrow = false }: MatrixForm = {}): Matrix {
  const builders = new Map<string, MatrixItem[]>()
  for (const item of items) {
    const id = `${item.leak ?? ''} ${item.builder}`
    const known = builders.get(id)
    if (known) known.push(item)
    else builders.set(id, [item])
  }
  const jobs = [...builders.values()].flatMap(placedOf)
  const small = narrow ? new Map<string, Column>() : smallGroups(jobs)
  const columns = new Map<string, Column>()
  const drafts = new Map<string, { facts: BuilderFacts; leak: string | null; cells: Map<string, MatrixEntry[]> }>()
  for (const job of jobs) {
    const { entry, facts, leak, column } = narrow
      ? moved(job, folds(job.entry) ? GREEN : LOOK)
      : small.has(job.column.id)
        ? moved(job, OTHER)
        : job
    const id = [leak ?? '', facts.platform, facts.type].join(' ').trim()
    let draft = drafts.get(id)
    if (!draft) drafts.set(id, (draft = { facts, leak, cells: new Map() }))
    if (!columns.has(column.id)) columns.set(column.id, column)
    const cell = draft.cells.get(column.id)
    if (cell) cell.push(entry)
    else draft.cells.set(column.id, [entry])
  }
  const ordered = [...columns.values()].toSorted(
    (a, b) => columnRank(a.id) - columnRank(b.id) || byText(a.label, b.label) || byText(a.id, b.id),
  )
  const lines = [...drafts].map(([id, { facts, leak, cells }]): MatrixLine => ({
    id,
    label: facts.platformLabel,
    type: facts.type,
    leak,
    cells: ordered.map((column) => cellOf(`${id} ${column.id}`, cells.get(column.id) ?? [], open)),
  }))
  lines.sort(
    (a, b) =>
      byText(a.leak ?? '', b.leak ?? '') ||
      byText(a.label, b.label) ||
      typeRank(a.type) - typeRank(b.type) ||
      byText(a.id, b.id),
  )
  const others = [...small.values()].map(({ label }) => label).toSorted(byText)
  return { columns: ordered, lines, others, jobs: items.length }
}

/** opt before debug, as everywhere; the rarer ones after them. */
const typeRank = (type: string): number => {
  const at = ['', 'opt', 'debug'].indexOf(type)
  return at < 0 ? 3 : at
}

/** In a cell, what was in trouble before comes right after what is. */
const rank = (entry: MatrixEntry): number =>
  entry.before === null ? severity(entry) : Math.min(severity(entry), LOUD + 0.5)

function cellOf(id: string, entries: readonly MatrixEntry[], open: ReadonlySet<string>): MatrixCell {
  const opened = open.has(id)
  const folded = opened ? [] : entries.filter(folds)
  const shown = opened ? entries : entries.filter((entry) => !folds(entry))
  return {
    id,
    folded: folded.toSorted((a, b) => bySymbol(a.symbol, b.symbol)),
    shown: shown.toSorted((a, b) => rank(a) - rank(b) || bySymbol(a.symbol, b.symbol) || byText(a.key, b.key)),
  }
}
