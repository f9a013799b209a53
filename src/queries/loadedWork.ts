import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Reading } from '../client/client.ts'
import type { SingleBuild, SingleRequest } from '../contract/records.ts'
import type { KnownWork, WorkId } from '../domain/logAbout.ts'
import { shortRevision } from '../domain/revision.ts'
import { jobAt } from '../table/jobTable.ts'
import type { JobTable } from '../table/jobTable.ts'
import { rowOfBuild, rowOfRequest } from '../table/rows.ts'
import { isTableKey, keys } from './keys.ts'

type One = readonly [key: readonly unknown[], data: Reading<SingleBuild | SingleRequest> | undefined]

/**
 * What the days, pushes, builds and requests that were loaded when this page came tell of a build or request: its
 * branch, builder and revision. Asks for nothing; keeps what it found for as long as the page is open.
 */
export function useLoadedWork(): (id: WorkId) => KnownWork | null {
  const client = useQueryClient()
  const [loaded] = useState(() => ({
    tables: client
      .getQueriesData<JobTable>({ predicate: ({ queryKey }) => isTableKey(queryKey) })
      .flatMap(([, table]) => table ?? []),
    builds: ones(client.getQueriesData<Reading<SingleBuild>>({ queryKey: keys.build('', 0).slice(0, 1) })),
    requests: ones(client.getQueriesData<Reading<SingleRequest>>({ queryKey: keys.request('', 0).slice(0, 1) })),
  }))
  return (id) => {
    const alone = 'buildId' in id ? loaded.builds.get(id.buildId) : loaded.requests.get(id.requestId)
    if (alone) return alone
    for (const table of loaded.tables) {
      const row = 'buildId' in id ? rowOfBuild(table, id.buildId) : rowOfRequest(table, id.requestId)
      if (row === null) continue
      const { builder, revision } = jobAt(table, row)
      return { branch: table.branch, builder, revision }
    }
    return null
  }
}

/** Single builds or requests by their ids, which stand in their keys: `[kind, branch, id]`. */
function ones(queries: readonly One[]): ReadonlyMap<number, KnownWork> {
  const found = new Map<number, KnownWork>()
  for (const [[, branch, id], data] of queries) {
    if (!data || typeof branch !== 'string' || typeof id !== 'number') continue
    const { buildername: builder, revision } = data.value
    found.set(id, { branch, builder, revision: revision === null ? null : shortRevision(revision) })
  }
  return found
}
