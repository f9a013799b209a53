import { skipToken, useQuery } from '@tanstack/react-query'
import type { QueryKey } from '@tanstack/react-query'
import type { JobTable } from '../table/jobTable.ts'

/** The table that sources have fed under a key, kept as long as somebody looks at it; null until there is one. */
export const useTable = (tableKey: QueryKey): JobTable | null =>
  useQuery<JobTable>({
    queryKey: tableKey,
    queryFn: skipToken,
    structuralSharing: false,
    notifyOnChangeProps: ['data'],
  }).data ?? null
