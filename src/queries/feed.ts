import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { BytesName } from '../client/client.ts'
import type { CallInput } from '../contract/endpoints.ts'
import type { JobTable } from '../table/jobTable.ts'
import { tableHost } from '../table/tableHost.ts'
import type { Source } from '../table/tableMaker.ts'
import { api } from './api.ts'
import { tableName } from './keys.ts'
import { noteStamp } from './serverClock.ts'
import { shared } from './sharing.ts'
import { unreadable } from './sources.ts'

/** Where bytes go: the table's key and the branch's short name; and for how long they are good, in milliseconds. */
export type Target = { tableKey: QueryKey; branch: string; source: Source; every: number }

/**
 * Fetches one source of a table, or takes what another tab has just fetched, and puts the table that it makes into the cache, where an unchanged one keeps its
 * identity. Resolves with the time of arrival (milliseconds) and the table, null while its list has not come.
 * Throws what the client throws.
 */
export async function feedTable<K extends BytesName>(
  client: QueryClient,
  endpoint: K,
  input: CallInput<K>,
  { tableKey, branch, source, every }: Target,
  { queryKey, signal }: { queryKey: QueryKey; signal: AbortSignal },
): Promise<{ at: number; table: JobTable | null }> {
  const answer = await shared(queryKey, every, signal, () => api().bytes(endpoint, input, { signal }))
  noteStamp(answer)
  const { bytes, sentAt, at } = answer
  const fed = await tableHost.feed({ key: tableName(tableKey), branch, source, bytes, sentAt })
  if (!fed.ok) throw unreadable(endpoint, fed.what)
  // Nobody waits any more: the table's session may already be gone.
  signal.throwIfAborted()
  if (fed.table !== null) client.setQueryData(tableKey, fed.table)
  return { at, table: fed.table }
}
