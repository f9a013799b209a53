import type { JobTable } from '../../table/jobTable.ts'
import { leakAt, rowsOfPush } from '../../table/push.ts'

/** Other branches whose work the server let into a push (contract surprise 34), and how many of their jobs. */
export function leaksOf(table: JobTable, push: number): readonly { branch: string; jobs: number }[] {
  const jobs = new Map<string, number>()
  for (const row of rowsOfPush(table, push)) {
    const branch = leakAt(table, row)
    if (branch !== null) jobs.set(branch, (jobs.get(branch) ?? 0) + 1)
  }
  return [...jobs].map(([branch, n]) => ({ branch, jobs: n }))
}
