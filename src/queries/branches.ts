import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Branch, Branches } from '../contract/records.ts'
import { api } from './api.ts'
import { keys } from './keys.ts'
import { noteStamp } from './serverClock.ts'
import { shared } from './sharing.ts'

const none: readonly string[] = []
const byName = (branches: Branches): readonly string[] =>
  Object.keys(branches).toSorted((a, b) => a.localeCompare(b, 'en'))

/** Nobody calls it off: a page that goes before the answer has come would make the next one ask again. */
const { signal } = new AbortController()

/** Asked once: the server never forgets its answer. */
const options = () =>
  queryOptions({
    queryKey: keys.branches(),
    queryFn: async () => {
      const reading = await shared(keys.branches(), Infinity, signal, () => api().read('branches', {}, { signal }))
      noteStamp(reading)
      return reading.value
    },
    staleTime: Infinity,
    gcTime: Infinity,
  })

/** Short names of all branches, in order; empty until they are known. */
export const useBranches = (): readonly string[] => useQuery({ ...options(), select: byName }).data ?? none

/** What the server tells of one branch: its repository. Undefined until it is known, null where there is none such. */
export function useBranch(name: string): Branch | null | undefined {
  const { data } = useQuery(options())
  return data && (data[name] ?? null)
}
