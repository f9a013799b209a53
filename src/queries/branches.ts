import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'
import { keys } from './keys.ts'
import { noteStamp } from './serverClock.ts'
import { shared } from './sharing.ts'

const byName = (names: string[]): string[] => names.toSorted((a, b) => a.localeCompare(b, 'en'))
const none: readonly string[] = []

/** Short names of all branches, in order; empty until they are known. Asked once: the server never forgets its answer. */
export function useBranches(): readonly string[] {
  const query = useQuery({
    queryKey: keys.branches(),
    queryFn: async ({ signal }) => {
      const reading = await shared(keys.branches(), Infinity, signal, () => api().read('branches', {}, { signal }))
      noteStamp(reading)
      return byName(Object.keys(reading.value))
    },
    staleTime: Infinity,
    gcTime: Infinity,
  })
  return query.data ?? none
}
