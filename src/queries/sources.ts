import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'
import { ApiError, failureOf } from '../contract/failure.ts'
import type { EndpointName, ReadName } from '../contract/routes.ts'
import type { Failure } from '../contract/failure.ts'
import { isPaused, reportSources, useFreshnessStore } from '../stores/freshness.ts'
import type { SourceState } from '../stores/freshness.ts'
import { nextAtOf, waitUntil } from './polling.ts'
import type { Cadence } from './polling.ts'
import { failingOf } from './queryClient.ts'
import { pressed } from './sharing.ts'

/** What every query of ours gives at least: when it arrived, in milliseconds. */
export type Arrived = { at: number }

/** One thing asked for and how often; `endpoint` names it in failures. `off`: not asked for at all. */
export type SourceSpec<T extends Arrived> = {
  key: QueryKey
  endpoint: ReadName
  cadence: Cadence<T>
  off?: boolean
}

/** The failure of whatever a query threw; a fault of our own reads as an answer that cannot be read. */
const failureFrom = (endpoint: EndpointName, thrown: unknown): Failure =>
  failureOf(thrown) ?? { kind: 'contract', endpoint, status: null, detail: String(thrown) }

/** The options by which a source polls itself; React Query rests by itself while the tab is hidden. */
export const polled = <T extends Arrived>({ cadence }: Pick<SourceSpec<T>, 'cadence'>, every: number) => ({
  staleTime: every,
  refetchInterval: ({ state }: { state: Query<T>['state'] }): number | false =>
    waitUntil(nextAtOf(state, cadence, isPaused()), Date.now()),
  refetchOnWindowFocus: () => !isPaused(),
  refetchOnReconnect: () => !isPaused(),
})

/** The way to ask by hand. */
export const anew = (refetch: () => unknown) => (): void => {
  pressed()
  void refetch()
}

/** How a source stands now. */
export function sourceState<T extends Arrived>(client: QueryClient, spec: SourceSpec<T>): SourceState {
  const query = client.getQueryCache().find<T>({ queryKey: spec.key, exact: true })
  const state = query?.state
  if (state === undefined || spec.off === true)
    return { at: null, failure: null, failingSince: null, nextAt: null, every: null }
  const failing = failingOf(query)
  return {
    at: state.data?.at ?? null,
    failure: failing && failureFrom(spec.endpoint, failing.thrown),
    failingSince: failing?.since ?? null,
    nextAt: nextAtOf(state, spec.cadence, isPaused()),
    every: spec.cadence(state.data),
  }
}

/**
 * Keeps the freshness chip told about a part of the page, without drawing that part again for it.
 * `part` names the sources: the same name, the same sources.
 */
export function useReport<T extends Arrived>(part: string, specs: readonly SourceSpec<T>[]): void {
  const client = useQueryClient()
  const paused = useFreshnessStore((state) => state.paused)
  const switches = specs.map((spec) => spec.off === true).join()
  useEffect(() => {
    const used = specs.filter((spec) => spec.off !== true)
    let onScreen = true
    const report = () => {
      if (!onScreen) return
      reportSources(
        part,
        used.map((spec) => sourceState(client, spec)),
      )
    }
    report()
    const names = new Set(used.map((spec) => JSON.stringify(spec.key)))
    const stop = client.getQueryCache().subscribe(({ type, query }) => {
      // A moment later: listeners hear of a failure before it is noted since when.
      if (type === 'updated' && names.has(JSON.stringify(query.queryKey))) queueMicrotask(report)
    })
    return () => {
      onScreen = false
      stop()
      reportSources(part, null)
    }
    // `specs` is made anew each time; `part` and `switches` say when it says something else.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, part, paused, switches])
}

/** The failure a list's reader reported, as the client would have thrown it. */
export const unreadable = (endpoint: EndpointName, what: string): ApiError =>
  new ApiError({ kind: 'contract', endpoint, status: 200, detail: `${endpoint}: ${what}` })
