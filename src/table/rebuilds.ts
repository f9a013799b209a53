import { linksOf, rebuildsIn } from '../domain/attempts.ts'
import type { Rebuild, RebuildLinks } from '../domain/attempts.ts'
import { askerOf } from '../domain/reasonWords.ts'
import { jobAt } from './jobTable.ts'
import type { JobTable } from './jobTable.ts'

/** Made once per table, since many rows ask. */
const found = new WeakMap<JobTable, readonly Rebuild[]>()
const linked = new WeakMap<JobTable, RebuildLinks>()

/** What was rebuilt since of each row of a table, by its key, oldest first (`linkRebuilds`). */
export function rebuildsOf(table: JobTable): RebuildLinks {
  const known = linked.get(table)
  if (known) return known
  const links = linksOf(rebuildsAmong(table))
  linked.set(table, links)
  return links
}

/** Every rebuild among the rows of a table, oldest first. Of 100,000 rows only those of rebuilt work, a few, are made into jobs. */
export function rebuildsAmong(table: JobTable): readonly Rebuild[] {
  const known = found.get(table)
  if (known) return known
  const rebuilds = rebuildsIn(rowsOfRebuiltWork(table).map((row) => jobAt(table, row)))
  found.set(table, rebuilds)
  return rebuilds
}

/**
 * Rows whose builder and revision are those of a request that somebody asked for by a rebuild. Reasons are asked once per
 * distinct text.
 */
function rowsOfRebuiltWork({ strings, columns, rows }: JobTable): number[] {
  const { builder, requestStart, requestRevision, requestReason } = columns
  const isRebuild = Uint8Array.from(strings, (text) => (askerOf(text)?.how === 'rebuilt' ? 1 : 0))
  if (!isRebuild.includes(1)) return []
  /** A number of its own for each builder at each revision; -1 is "no revision". */
  const work = (row: number, at: number) => (builder[row] ?? 0) * (strings.length + 1) + (requestRevision[at] ?? -1) + 1
  const rebuilt = new Set<number>()
  const eachRequest = (visit: (row: number, at: number) => boolean | void) => {
    for (let row = 0; row < rows; row++) {
      const end = requestStart[row + 1] ?? 0
      for (let at = requestStart[row] ?? 0; at < end; at++) if (visit(row, at)) break
    }
  }
  eachRequest((row, at) => {
    if (isRebuild[requestReason[at] ?? -1] === 1) rebuilt.add(work(row, at))
  })
  const rowsFound: number[] = []
  eachRequest((row, at) => {
    if (!rebuilt.has(work(row, at))) return false
    rowsFound.push(row)
    return true
  })
  return rowsFound
}
