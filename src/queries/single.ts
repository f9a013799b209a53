import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { QueryKey } from '@tanstack/react-query'
import type { Reading } from '../client/client.ts'
import type { CallInput, Reply } from '../contract/endpoints.ts'
import type { ReadName } from '../contract/routes.ts'
import type { Failure } from '../contract/failure.ts'
import { api } from './api.ts'
import type { Cadence } from './polling.ts'
import { noteStamp } from './serverClock.ts'
import { shared } from './sharing.ts'
import { anew, polled, sourceState, useReport } from './sources.ts'
import type { SourceSpec } from './sources.ts'

/** One thing asked for. What was read stays while a refresh fails. */
export type One<T> = {
  value: T | null
  status: 'loading' | 'ready' | 'failed'
  /** Of the last attempt; with a value, that value is as of `at`. */
  failure: Failure | null
  /** Milliseconds: when the value arrived, and since when every attempt has failed. */
  at: number | null
  failingSince: number | null
  refetch: () => void
}

type Asked<K extends ReadName> = {
  key: QueryKey
  endpoint: K
  /** Null: not asked for. */
  input: CallInput<K> | null
  every: number
  /** When it need not be asked again. */
  rests: (value: Reply<K>) => boolean
}

/** One answer of the API, asked again until it rests. */
export function useOne<K extends ReadName>({ key, endpoint, input, every, rests }: Asked<K>): One<Reply<K>> {
  const client = useQueryClient()
  const cadence: Cadence<Reading<Reply<K>>> = (data) => (data !== undefined && rests(data.value) ? null : every)
  const spec: SourceSpec<Reading<Reply<K>>> = { key, endpoint, cadence, off: input === null }
  const query = useQuery({
    ...polled(spec, every),
    queryKey: key,
    queryFn: async ({ signal }): Promise<Reading<Reply<K>>> => {
      if (input === null) throw new Error(`${endpoint} is not asked for`)
      const reading = await shared(key, every, signal, () => api().read(endpoint, input, { signal }))
      noteStamp(reading)
      return reading
    },
    enabled: input !== null,
    notifyOnChangeProps: ['data', 'error', 'status'],
  })
  useReport(JSON.stringify(key), [spec])
  const { at, failure, failingSince } = sourceState(client, spec)
  const value = query.data?.value ?? null
  return {
    value,
    status: value !== null ? 'ready' : failure !== null ? 'failed' : 'loading',
    failure,
    at,
    failingSince,
    refetch: anew(query.refetch),
  }
}
