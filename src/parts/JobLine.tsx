import type { ComponentProps } from 'react'
import { jobAt } from '../table/jobTable.ts'
import type { JobTable } from '../table/jobTable.ts'
import { rebuildsOf } from '../table/rebuilds.ts'
import { JobRow } from './JobRow.tsx'

type Props = Omit<ComponentProps<typeof JobRow>, 'job' | 'rebuilds'> & {
  table: JobTable
  /** Its row in the table. */
  row: number
}

/** A row of a table as a line of a list, with what was rebuilt of it since. */
export function JobLine({ table, row, ...rest }: Props) {
  const job = jobAt(table, row)
  return <JobRow {...rest} job={job} rebuilds={rebuildsOf(table).get(job.key)} />
}
