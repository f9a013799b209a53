import { Fingerprint, hashOfText } from './hash.ts'
import type { JobColumns, PushColumns } from './jobTable.ts'
import { leakOf } from './leak.ts'
import { compareText, worstFirst } from './order.ts'
import type { Rows } from './rowWriter.ts'
import { slotOf, slots } from './slots.ts'

/** A push while its rows are gathered. `revision` is a name's id, -1 for the group without one. */
type Group = { revision: number; submitted: number; rows: number[] }

/**
 * The pushes of some rows, newest first by their earliest submit time; "No revision" is last. A merged build stands in
 * every push it serves (surprise 31).
 */
export function groupPushes(rows: Rows, branch: string): PushColumns {
  const { columns, names } = rows
  const groups = [...gather(rows).values()].toSorted(
    (a, b) =>
      Number(a.revision < 0) - Number(b.revision < 0) ||
      b.submitted - a.submitted ||
      compareText(names.strings[a.revision] ?? '', names.strings[b.revision] ?? ''),
  )
  const pushes = emptyPushes(
    groups.length,
    groups.reduce((sum, group) => sum + group.rows.length, 0),
  )
  const foreign = foreignBranches(names.strings, branch)
  const prints = rowPrints(rows)
  let filled = 0
  for (const [p, group] of groups.entries()) {
    pushes.revision[p] = group.revision
    pushes.submitted[p] = group.submitted
    pushes.start[p] = filled
    pushes.rows.set(group.rows, filled)
    filled += group.rows.length
    summarize(pushes, p, group, columns, foreign, prints)
  }
  pushes.start[groups.length] = filled
  return pushes
}

/** The rows of each revision, worst first. */
function gather(rows: Rows): Map<number, Group> {
  const { columns } = rows
  const groups = new Map<number, Group>()
  const put = (revision: number, submitted: number, row: number) => {
    const group = groups.get(revision)
    if (group === undefined) groups.set(revision, { revision, submitted, rows: [row] })
    else {
      if (group.rows[group.rows.length - 1] !== row) group.rows.push(row)
      if (submitted < group.submitted) group.submitted = submitted
    }
  }
  for (const row of worstFirst(rows)) {
    const own = columns.revision[row] ?? -1
    let serves = false
    let ownSeen = false
    for (let at = columns.requestStart[row] ?? 0; at < (columns.requestStart[row + 1] ?? 0); at++) {
      const revision = columns.requestRevision[at] ?? -1
      if (revision < 0) continue
      put(revision, columns.requestSubmitted[at] ?? 0, row)
      serves = true
      ownSeen ||= revision === own
    }
    if (own >= 0 ? !ownSeen : !serves) put(own, columns.submitted[row] ?? 0, row)
  }
  return groups
}

function summarize(
  pushes: PushColumns,
  p: number,
  group: Group,
  columns: JobColumns,
  foreign: Int32Array,
  prints: Int32Array,
): void {
  const print = new Fingerprint()
  let lastEnd = NaN
  let leak = -2
  for (const row of group.rows) {
    const slot = p * slots.length + slotOf(columns.state[row] ?? 0, columns.result[row] ?? -1)
    pushes.counts[slot] = (pushes.counts[slot] ?? 0) + 1
    const ended = columns.ended[row] ?? NaN
    if (!(ended <= lastEnd) && !Number.isNaN(ended)) lastEnd = ended
    const branch = columns.branch[row] ?? -1
    const from = branch < 0 ? -1 : (foreign[branch] ?? -1)
    leak = leak === -2 || leak === from ? from : -1
    print.int(prints[row * 2] ?? 0)
    print.int(prints[row * 2 + 1] ?? 0)
  }
  print.number(group.submitted)
  pushes.lastEnd[p] = lastEnd
  pushes.leak[p] = Math.max(leak, -1)
  pushes.hash[p * 2] = print.one
  pushes.hash[p * 2 + 1] = print.two
}

/** For each name used as a branch: its own id where it is another branch, else -1. */
const foreignBranches = (strings: readonly string[], branch: string): Int32Array =>
  Int32Array.from(strings, (name, id) => (leakOf(branch, name) === null ? -1 : id))

/** Two numbers per row that change when anything shown of it does. Ids of names differ between refreshes: texts count. */
function rowPrints({ count, columns, names }: Rows): Int32Array {
  const texts = Int32Array.from(names.strings, hashOfText)
  const textOf = (id: number | undefined) => (id === undefined || id < 0 ? 0 : (texts[id] ?? 0))
  const prints = new Int32Array(count * 2)
  for (let row = 0; row < count; row++) {
    const print = new Fingerprint()
    print.number(columns.buildId[row] ?? -1)
    print.int(textOf(columns.builder[row]))
    print.int(textOf(columns.branch[row]))
    print.int(textOf(columns.master[row]))
    print.int(((columns.state[row] ?? 0) << 16) ^ (columns.result[row] ?? -1))
    print.number(columns.claimed[row] ?? NaN)
    print.number(columns.started[row] ?? NaN)
    print.number(columns.ended[row] ?? NaN)
    for (let at = columns.requestStart[row] ?? 0; at < (columns.requestStart[row + 1] ?? 0); at++) {
      print.number(columns.requestId[at] ?? 0)
      print.int(textOf(columns.requestRevision[at]))
      print.int(textOf(columns.requestReason[at]))
      print.number(columns.requestPriority[at] ?? NaN)
      print.number(columns.requestSubmitted[at] ?? 0)
    }
    prints[row * 2] = print.one
    prints[row * 2 + 1] = print.two
  }
  return prints
}

const emptyPushes = (pushes: number, rows: number): PushColumns => ({
  revision: new Int32Array(pushes),
  submitted: new Float64Array(pushes),
  lastEnd: new Float64Array(pushes),
  counts: new Int32Array(pushes * slots.length),
  leak: new Int32Array(pushes),
  start: new Int32Array(pushes + 1),
  rows: new Int32Array(rows),
  hash: new Int32Array(pushes * 2),
})
