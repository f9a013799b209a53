import { parseBuilder } from '../domain/builderName.ts'
import type { CompiledFilter } from '../domain/filter/compile.ts'
import { jobStates } from '../domain/state.ts'
import type { JobTable } from './jobTable.ts'
import { pushCount, rowsOfPush } from './push.ts'
import { slotOf, slots } from './slots.ts'

/** Trouble in a push that the filter leaves out, to be named: failures are never hidden silently. */
export type Outside = { failure: number; exception: number; warnings: number }

/** A table through a filter. `p` is a push's index in the table. */
export type View = {
  filter: CompiledFilter
  /** Distinct jobs that match, and of how many. */
  shown: number
  total: number
  /** Indices of the pushes with at least one match, newest first; all of them when nothing is filtered. */
  pushes: Int32Array
  matchesOf: (p: number) => number
  /** Trouble of the push that does not match. */
  outsideOf: (p: number) => Outside
  /** Matching rows, worst first, then by builder's name. Not to be written. */
  rowsOf: (p: number) => Int32Array
  /** Whether a row matches. */
  has: (row: number) => boolean
}

const nothingOutside: Outside = { failure: 0, exception: 0, warnings: 0 }
const FAILURE = slots.indexOf('failure')
const EXCEPTION = slots.indexOf('exception')
const WARNINGS = slots.indexOf('warnings')

/** A table through a filter: texts are asked once per distinct name, rows only combine integers. */
export function viewOf(table: JobTable, filter: CompiledFilter): View {
  const total = table.rows
  const { start } = table.pushes
  if (filter.all) {
    return {
      filter,
      shown: total,
      total,
      pushes: Int32Array.from({ length: pushCount(table) }, (_, p) => p),
      matchesOf: (p) => (start[p + 1] ?? 0) - (start[p] ?? 0),
      outsideOf: () => nothingOutside,
      rowsOf: (p) => rowsOfPush(table, p),
      has: () => true,
    }
  }
  const { match, shown } = matchRows(table, filter)
  const { matches, pushes } = matchPushes(table, match)
  return {
    filter,
    shown,
    total,
    pushes,
    matchesOf: (p) => matches[p] ?? 0,
    outsideOf: (p) => (matches[p] === rowsOfPush(table, p).length ? nothingOutside : outside(table, p, match)),
    rowsOf: (p) => rowsOfPush(table, p).filter((row) => match[row] === 1),
    has: (row) => match[row] === 1,
  }
}

/** 1 for each row that matches. */
function matchRows(table: JobTable, filter: CompiledFilter): { match: Uint8Array; shown: number } {
  const { builder, revision, reason, state, result } = table.columns
  const { strings } = table
  // Per name, once: its free words, and whether it passes as a builder (0 not asked, 1 no, 2 yes).
  const bits = new Int32Array(strings.length)
  for (let id = 0; id < strings.length; id++) bits[id] = filter.bits(strings[id] ?? null)
  const none = filter.bits(null)
  const builders = new Uint8Array(strings.length)
  const states = jobStates.map((_, code) => filter.state(code))
  const results = new Map<number, boolean>()
  const resultPasses = (code: number): boolean => {
    const known = results.get(code)
    if (known !== undefined) return known
    const passes = filter.result(code < 0 ? null : code)
    results.set(code, passes)
    return passes
  }
  const match = new Uint8Array(table.rows)
  let shown = 0
  for (let row = 0; row < match.length; row++) {
    if (!states[state[row] ?? 0] || !resultPasses(result[row] ?? -1)) continue
    const name = builder[row] ?? 0
    const words = (bits[name] ?? 0) | (bits[revision[row] ?? -1] ?? none) | (bits[reason[row] ?? -1] ?? none)
    if (!filter.words(words)) continue
    // Last, since the first look at a name takes it apart.
    if (builders[name] === 0) builders[name] = filter.builder(parseBuilder(strings[name] ?? '')) ? 2 : 1
    if (builders[name] === 1) continue
    match[row] = 1
    shown++
  }
  return { match, shown }
}

/** Matching rows per push, and the pushes that have any. */
function matchPushes(table: JobTable, match: Uint8Array): { matches: Int32Array; pushes: Int32Array } {
  const { start, rows } = table.pushes
  const matches = new Int32Array(pushCount(table))
  for (let p = 0; p < matches.length; p++) {
    let found = 0
    const end = start[p + 1] ?? 0
    for (let at = start[p] ?? 0; at < end; at++) found += match[rows[at] ?? 0] ?? 0
    matches[p] = found
  }
  return { matches, pushes: Int32Array.from(matches.keys()).filter((p) => (matches[p] ?? 0) > 0) }
}

function outside(table: JobTable, p: number, match: Uint8Array): Outside {
  const found = { ...nothingOutside }
  for (const row of rowsOfPush(table, p)) {
    if (match[row] === 1) continue
    const slot = slotOf(table.columns.state[row] ?? 0, table.columns.result[row] ?? -1)
    if (slot === FAILURE) found.failure++
    else if (slot === EXCEPTION) found.exception++
    else if (slot === WARNINGS) found.warnings++
  }
  return found
}
