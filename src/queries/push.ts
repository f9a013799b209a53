import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Failure } from '../contract/failure.ts'
import type { JobTable } from '../table/jobTable.ts'
import { totals } from '../table/push.ts'
import { tableHost } from '../table/tableHost.ts'
import { feedTable } from './feed.ts'
import { keys } from './keys.ts'
import { EVERY } from './polling.ts'
import { anew, polled, sourceState, useReport } from './sources.ts'
import type { Arrived, SourceSpec } from './sources.ts'
import { useTable } from './useTable.ts'

export type PushList = {
  /** All jobs of the revision, once they have arrived. */
  table: JobTable | null
  /** `notFound`: no jobs known, never pushed or all cancelled before they started (surprise 30). */
  failure: Failure | null
  /** Milliseconds. The server's answer may be up to two minutes older (surprise 38). */
  at: number | null
  /** Milliseconds: since when every attempt has failed. */
  failingSince: number | null
  refetch: () => void
}

type Fetched = Arrived & { table: JobTable | null }

/** Whether anything of it may still change. */
const isActive = (table: JobTable): boolean => totals(table).pending + totals(table).running > 0

/** Milliseconds for which the server may give an older list of a push (surprise 38). */
const CACHED = 120_000

/** Whether a list that arrived at `at` may still lack what was changed at `changedAt` (0: nothing was); milliseconds. */
export const mayLack = (at: number | null, changedAt: number): boolean =>
  at !== null && changedAt > 0 && at < changedAt + CACHED

/**
 * Every job of a revision on a branch, asked again while one is active. Null: not asked for. `changedAt`: when something
 * of it was last changed that we know of (milliseconds): a push at rest is asked for until its list must show that.
 */
export function usePush(branch: string, revision: string | null, changedAt = 0): PushList {
  const client = useQueryClient()
  const tableKey = keys.pushTable(branch, revision ?? '')
  const spec: SourceSpec<Fetched> = {
    key: keys.pushList(branch, revision ?? ''),
    endpoint: 'push',
    cadence: (data) => (data?.table && !isActive(data.table) && !mayLack(data.at, changedAt) ? null : EVERY.list),
    off: revision === null,
  }
  const table = useTable(tableKey)
  const { refetch } = useQuery({
    ...polled(spec, EVERY.list),
    queryKey: spec.key,
    queryFn: async (context): Promise<Fetched> => {
      tableHost.warm()
      const target = { tableKey, branch, source: 'list', every: EVERY.list } as const
      return feedTable(client, 'push', { branch, revision: revision ?? '' }, target, context)
    },
    enabled: revision !== null,
    structuralSharing: false,
    notifyOnChangeProps: ['data', 'error', 'status'],
  })
  useReport(`push ${branch} ${revision}`, [spec])
  const { failure, at, failingSince } = sourceState(client, spec)
  return { table, failure, at, failingSince, refetch: anew(refetch) }
}
