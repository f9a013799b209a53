import { useEffect } from 'react'
import { hashKey, useQueryClient } from '@tanstack/react-query'
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { Reading } from '../client/client.ts'
import type { CallInput, Reply } from '../contract/endpoints.ts'
import { failureOf } from '../contract/failure.ts'
import { GONE, buildEnd, pushEnd, requestEnd } from '../domain/watched.ts'
import type { Watched } from '../domain/watched.ts'
import { useFreshnessStore } from '../stores/freshness.ts'
import { noteWatched, useWatchList, watchList } from '../stores/watch.ts'
import { api } from './api.ts'
import { keys } from './keys.ts'
import { EVERY, nextLook, waitUntil } from './polling.ts'
import { noteStamp } from './serverClock.ts'
import { shared } from './sharing.ts'

type SingleName = 'build' | 'request' | 'isDone'

/** How something watched is asked for, and what an answer says of its end. */
type Asking = { key: QueryKey; ask: (client: QueryClient) => Promise<unknown>; endIn: (client: QueryClient) => Said }
/** `at`: milliseconds; null while nothing was said. */
type Said = { at: number; end: string | null } | null

function asking<K extends SingleName>(
  key: QueryKey,
  endpoint: K,
  input: CallInput<K>,
  endOf: (reply: Reply<K>) => string | null,
): Asking {
  const queryFn = async ({ signal }: { signal: AbortSignal }): Promise<Reading<Reply<K>>> => {
    const reading = await shared(key, EVERY.watched, signal, () => api().read(endpoint, input, { signal }))
    noteStamp(reading)
    return reading
  }
  return {
    key,
    // A page that shows it asks more often: what it was told need not be asked again.
    ask: (client) => client.fetchQuery({ queryKey: key, queryFn, staleTime: EVERY.watched / 2 }),
    endIn: (client) => {
      const reading = client.getQueryData<Reading<Reply<K>>>(key)
      return reading ? { at: reading.at, end: endOf(reading.value) } : null
    },
  }
}

function askingFor(watched: Watched): Asking {
  const { branch } = watched
  if (watched.kind === 'push') {
    const { revision } = watched
    return asking(keys.isDone(branch, revision), 'isDone', { branch, revision }, pushEnd)
  }
  const { kind, id } = watched
  return kind === 'build'
    ? asking(keys.build(branch, id), 'build', { branch, build_id: id }, buildEnd)
    : asking(keys.request(branch, id), 'request', { branch, request_id: id }, requestEnd)
}

/** Takes over what is known by now about something watched. */
function takeOver(client: QueryClient, watched: Watched, { endIn }: Asking): void {
  const said = endIn(client)
  if (said === null) return
  noteWatched(watched, {
    lookedAt: said.at,
    ...(said.end === null ? {} : { end: { word: said.end, at: said.at } }),
  })
}

async function look(client: QueryClient, watched: Watched): Promise<void> {
  const question = askingFor(watched)
  try {
    await question.ask(client)
    takeOver(client, watched, question)
  } catch (thrown) {
    const at = Date.now()
    const gone = failureOf(thrown)?.kind === 'notFound'
    // Any other failure says nothing about it: it is asked for again in its time.
    noteWatched(watched, { lookedAt: at, ...(gone ? { end: { word: GONE, at } } : {}) })
  }
}

/**
 * Asks for what is watched, whatever page is on screen and also while the tab is hidden, until it has ended; of several
 * tabs one asks for all. What a page is told about it counts at once.
 */
export function useWatching(): void {
  const client = useQueryClient()
  const entries = useWatchList()
  const paused = useFreshnessStore((state) => state.paused)

  useEffect(() => {
    const due = entries.map((entry) => nextLook(entry, paused)).filter((at) => at !== null)
    const wait = waitUntil(due.length > 0 ? Math.min(...due) : null, Date.now())
    if (wait === false) return
    const timer = setTimeout(() => {
      const now = Date.now()
      for (const entry of watchList.getState().entries) {
        const at = nextLook(entry, paused)
        if (at !== null && at <= now) void look(client, entry.watched)
      }
    }, wait)
    return () => clearTimeout(timer)
  }, [client, entries, paused])

  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return
        for (const { watched, end } of watchList.getState().entries) {
          const question = askingFor(watched)
          if (end === null && hashKey(question.key) === event.query.queryHash) takeOver(client, watched, question)
        }
      }),
    [client],
  )
}
