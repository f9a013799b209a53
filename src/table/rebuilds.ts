import { linkRebuilds } from '../domain/attempts.ts'
import type { Rebuild } from '../domain/attempts.ts'
import type { Job } from '../domain/job.ts'
import { askerOf } from '../domain/reasonWords.ts'
import { jobAt } from './jobTable.ts'
import type { JobTable } from './jobTable.ts'

type Links = ReadonlyMap<string, readonly Rebuild[]>

const works = new WeakMap<JobTable, readonly Job[]>()
const made = new WeakMap<JobTable, Links>()

/** What was rebuilt since of each row of a table, by its key, oldest first (`linkRebuilds`). */
export function rebuildsOf(table: JobTable): Links {
  const known = made.get(table)
  if (known) return known
  const links = linkRebuilds(rebuiltWork(table))
  made.set(table, links)
  return links
}

/**
 * All rows of work that somebody rebuilt, as jobs: of 100,000 rows they are a few. Reasons are asked once per distinct
 * text. Made once per table.
 */
export function rebuiltWork(table: JobTable): readonly Job[] {
  const known = works.get(table)
  if (known) return known
  const jobs = rowsOfRebuiltWork(table).map((row) => jobAt(table, row))
  works.set(table, jobs)
  return jobs
}

/** Rows whose builder and revision are those of a request that somebody asked for by a rebuild. */
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
  const found: number[] = []
  eachRequest((row, at) => {
    if (!rebuilt.has(work(row, at))) return false
    found.push(row)
    return true
  })
  return found
}
