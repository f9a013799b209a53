import { useCallback } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Failure } from '../contract/failure.ts'
import { useFreshnessStore } from '../stores/freshness.ts'
import type { SourceState } from '../stores/freshness.ts'
import type { JobTable } from '../table/jobTable.ts'
import { keys } from './keys.ts'
import { queueOptions, queueSpec } from './queueSources.ts'
import type { QueueSource } from './queueSources.ts'
import { anew, sourceState, useReport } from './sources.ts'
import { useTable } from './useTable.ts'

export type Queue = {
  /** Null until the day list has arrived once; after that no failure takes it away. */
  table: JobTable | null
  status: 'loading' | 'ready' | 'failed'
  /** The day list's failure, with or without a table; `notFound` is a branch the server does not know. */
  failure: Failure | null
  /**
   * How the sources stood when something to be said about them last changed: a table, a failure, the end of one.
   * A refresh that brings nothing new does not draw the page again; the freshness chip has its own report.
   */
  sources: Readonly<Record<QueueSource, SourceState>>
  paused: boolean
  refetch: () => void
}

/**
 * A day of a branch; `day` is YYYY-MM-DD in the server's zone, or null for today, which is the day list with what waits
 * and runs now (surprise 37). The first rows wait for the day list alone.
 */
export function useQueue(branch: string, day: string | null): Queue {
  const client = useQueryClient()
  const paused = useFreshnessStore((state) => state.paused)
  const table = useTable(keys.queueTable(branch, day))

  const list = useQuery(queueOptions(client, branch, day, 'day', false))
  const specs = { day: queueSpec(branch, day, 'day', false) }
  const failure = sourceState(client, specs.day).failure
  const past = day !== null || failure?.kind === 'notFound'
  const pending = useQuery(queueOptions(client, branch, day, 'pending', past))
  const running = useQuery(queueOptions(client, branch, day, 'running', past))
  const now = { pending: queueSpec(branch, day, 'pending', past), running: queueSpec(branch, day, 'running', past) }
  useReport(`queue ${branch} ${day ?? 'today'}`, [specs.day, now.pending, now.running])

  const refetchList = list.refetch
  const refetchPending = pending.refetch
  const refetchRunning = running.refetch
  const refetch = useCallback(() => {
    anew(refetchList)()
    if (past) return
    anew(refetchPending)()
    anew(refetchRunning)()
  }, [refetchList, refetchPending, refetchRunning, past])

  return {
    table,
    status: table !== null ? 'ready' : failure !== null ? 'failed' : 'loading',
    failure,
    sources: {
      day: sourceState(client, specs.day),
      pending: sourceState(client, now.pending),
      running: sourceState(client, now.running),
    },
    paused,
    refetch,
  }
}
