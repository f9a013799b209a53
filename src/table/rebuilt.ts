import type { Job } from '../domain/job.ts'
import { askerOf } from '../domain/reasonWords.ts'
import { jobAt } from './jobTable.ts'
import type { JobTable } from './jobTable.ts'

/** Of `rows`, those of builders that somebody rebuilt there, for `attemptStory`: of a push of 1,200 they are a few. */
export function rebuiltJobs(table: JobTable, rows: Int32Array): Job[] {
  const { builder, requestStart, requestReason } = table.columns
  const asked = table.strings.map((text) => askerOf(text)?.how === 'rebuilt')
  const rebuilt = new Set<number>()
  for (const row of rows) {
    for (let at = requestStart[row] ?? 0; at < (requestStart[row + 1] ?? 0); at++) {
      if (asked[requestReason[at] ?? -1]) rebuilt.add(builder[row] ?? -1)
    }
  }
  return Array.from(
    rows.filter((row) => rebuilt.has(builder[row] ?? -1)),
    (row) => jobAt(table, row),
  )
}
