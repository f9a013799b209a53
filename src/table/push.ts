import type { JobTable } from './jobTable.ts'
import { leakOf } from './leak.ts'
import { countsAt, slots } from './slots.ts'
import type { Counts } from './slots.ts'

/**
 * One push of a table, and as such a tally that the domain judges (`verdictOf`). The object is kept between refreshes
 * while nothing in it changed.
 */
export type Push = {
  /** First 12 characters; null is the group "No revision". */
  revision: string | null
  /** Seconds since epoch: the earliest submit time of its work, which is all that is known of when it was pushed. */
  submitted: number
  /** Jobs in it, merged builds that serve it included. */
  rows: number
  counts: Counts
  /** Seconds since epoch of the last end, null while nothing has ended. */
  lastEnd: number | null
  /** The branch all its work belongs to, where that is another one which the server's branch rule let in (surprise 34). */
  leak: string | null
  /** Changes when anything in it does. */
  version: string
}

/** Pushes made so far for a table, by revision ("" for none). */
const made = new WeakMap<JobTable, Map<string, Push>>()

export const pushCount = (table: JobTable): number => table.pushes.revision.length

/** Push `p` of the table, newest first, 0 ≤ p < `pushCount(table)`. Throws RangeError beyond. */
export function pushAt(table: JobTable, p: number): Push {
  if (p < 0 || p >= pushCount(table)) throw new RangeError(`no push ${p} of ${pushCount(table)}`)
  let pushes = made.get(table)
  if (pushes === undefined) made.set(table, (pushes = new Map()))
  const revision = revisionOf(table, p)
  const known = pushes.get(revision ?? '')
  if (known !== undefined) return known
  const lastEnd = table.pushes.lastEnd[p] ?? NaN
  const leak = table.pushes.leak[p] ?? -1
  const push: Push = {
    revision,
    submitted: table.pushes.submitted[p] ?? 0,
    rows: (table.pushes.start[p + 1] ?? 0) - (table.pushes.start[p] ?? 0),
    counts: countsAt(table.pushes.counts, p * slots.length),
    lastEnd: Number.isNaN(lastEnd) ? null : lastEnd,
    leak: leak < 0 ? null : (table.strings[leak] ?? null),
    version: versionOf(table, p),
  }
  pushes.set(revision ?? '', push)
  return push
}

/** Lets a refreshed table go on with the push objects of the last one where they are still true. */
export function inheritPushes(table: JobTable, last: JobTable): void {
  const before = made.get(last)
  if (before === undefined || table === last) return
  const kept = new Map<string, Push>()
  for (let p = 0; p < pushCount(table); p++) {
    const push = before.get(revisionOf(table, p) ?? '')
    if (push !== undefined && push.version === versionOf(table, p)) kept.set(push.revision ?? '', push)
  }
  made.set(table, kept)
}

const revisionOf = (table: JobTable, p: number): string | null => table.strings[table.pushes.revision[p] ?? -1] ?? null
const versionOf = (table: JobTable, p: number): string => `${table.pushes.hash[p * 2]},${table.pushes.hash[p * 2 + 1]}`

/** The index of a revision's push (null: "No revision"), or null when the table has none. */
export function pushOfRevision(table: JobTable, revision: string | null): number | null {
  const p = table.pushes.revision.findIndex((id) => (table.strings[id] ?? null) === revision)
  return p < 0 ? null : p
}

/** All rows of a push, worst first, then by builder's name. A window on the table's memory: not to be written. */
export const rowsOfPush = (table: JobTable, p: number): Int32Array =>
  table.pushes.rows.subarray(table.pushes.start[p] ?? 0, table.pushes.start[p + 1] ?? 0)

/** Jobs of the table by slot, a merged build once: for the head of the page. */
export const totals = (table: JobTable): Counts => countsAt(table.totals, 0)

/** The foreign branch a row belongs to ("try-comm-central" in try), or null for the table's own work. */
export const leakAt = (table: JobTable, row: number): string | null =>
  leakOf(table.branch, table.strings[table.columns.branch[row] ?? -1] ?? null)
