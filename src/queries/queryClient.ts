import { QueryCache, QueryClient } from '@tanstack/react-query'
import { tableHost } from '../table/tableHost.ts'
import { isTableKey, tableName } from './keys.ts'

/** What is looked at no more is kept this long, for the way back. A table of 30,000 rows is some 6 MB. */
const KEEP = 5 * 60_000

/** What a query fails with, and since when every attempt has failed: milliseconds. */
export type Failing = { since: number; thrown: unknown }

const failing = new WeakMap<object, Failing>()

/** How a query fails; null after a success. Unlike the query's own error it stays while the next attempt is on its way. */
export const failingOf = (query: object | undefined): Failing | null => (query && failing.get(query)) ?? null

/**
 * The one cache of what the server said. The client repeats GETs and knows when not to, so nothing is repeated here,
 * nor held back by the browser's idea of being offline. Actions are no mutations (see `src/actions`).
 */
export function createQueryClient(): QueryClient {
  const cache = new QueryCache({
    onError: (thrown, query) => {
      failing.set(query, { since: failing.get(query)?.since ?? Date.now(), thrown })
    },
    onSuccess: (_, query) => {
      failing.delete(query)
    },
  })
  const client = new QueryClient({
    queryCache: cache,
    defaultOptions: { queries: { retry: false, networkMode: 'always', gcTime: KEEP, throwOnError: false } },
  })
  cache.subscribe(({ type, query }) => {
    if (type !== 'removed' || !isTableKey(query.queryKey)) return
    tableHost.drop(tableName(query.queryKey))
    // A table cannot be made of new bytes of one source alone: its sources go with it.
    client.removeQueries({ queryKey: query.queryKey.slice(0, -1) })
  })
  return client
}
