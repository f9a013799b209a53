import type { JobTable } from '../../table/jobTable.ts'
import { leakOf } from '../../table/leak.ts'
import { rowsOfPush } from '../../table/push.ts'

/** Other branches whose work the server let into a push (contract surprise 34), and how many of their jobs. */
export function leaksOf(table: JobTable, push: number): readonly { branch: string; jobs: number }[] {
  const jobs = new Map<number, number>()
  for (const row of rowsOfPush(table, push)) {
    const name = table.columns.branch[row] ?? -1
    jobs.set(name, (jobs.get(name) ?? 0) + 1)
  }
  return [...jobs].flatMap(([name, n]) => {
    const branch = leakOf(table.branch, table.strings[name] ?? null)
    return branch === null ? [] : [{ branch, jobs: n }]
  })
}
