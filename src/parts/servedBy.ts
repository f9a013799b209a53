import type { Job, ServedRequest } from '../domain/job.ts'
import { jobAt } from '../table/jobTable.ts'
import type { JobTable } from '../table/jobTable.ts'
import { rowOfBuild, rowOfRequest } from '../table/rows.ts'

/** Whether two rows are one physical build: same builder, builder's number and start (contract surprise 31). */
export const isSame = (one: Job, other: Job): boolean =>
  one.builder === other.builder && one.number === other.number && one.started === other.started

/**
 * All requests a build serves, its own first. Its own answer tells one of them; a list tells those of its push, a day
 * those of every push. Each request stands once.
 */
export function servedBy(job: Job, tables: readonly (JobTable | null)[]): readonly ServedRequest[] {
  const served = new Map(job.requests.map((request) => [request.requestId, request]))
  for (const table of tables) {
    if (!table) continue
    const own = job.requests[0]?.requestId
    const rows = [
      job.buildId === null ? null : rowOfBuild(table, job.buildId),
      own === undefined ? null : rowOfRequest(table, own),
    ]
    for (const row of rows) {
      if (row === null) continue
      const listed = jobAt(table, row)
      if (!isSame(job, listed)) continue
      for (const request of listed.requests) if (!served.has(request.requestId)) served.set(request.requestId, request)
    }
  }
  return [...served.values()]
}
