import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { dayStart } from '../domain/serverDay.ts'
import type { JobTable } from '../table/jobTable.ts'
import { totals } from '../table/push.ts'
import { feedTable } from './feed.ts'
import { keys } from './keys.ts'
import { EVERY } from './polling.ts'
import { serverNow } from './serverClock.ts'
import { polled } from './sources.ts'
import type { Arrived, SourceSpec } from './sources.ts'

export type QueueSource = 'day' | 'pending' | 'running'

/** What a source's query holds. `rests`: nothing on the day can change any more. */
type Fetched = Arrived & { rests: boolean }

/** A day list older than this is cached by the server for ever (surprise 38). Seconds. */
const FINAL_AFTER = 3 * 86_400

/** Whether a past day has ended for good: nothing on it is active, and the server keeps its list for ever. */
const isFinal = (table: JobTable | null, day: string | null): boolean => {
  if (table === null || day === null) return false
  const { pending, running } = totals(table)
  return pending + running === 0 && serverNow() - dayStart(day) > FINAL_AFTER + 86_400
}

/** What a source of a day is called and how often it is asked; `off` where a past day or an unknown branch has none. */
export const queueSpec = (
  branch: string,
  day: string | null,
  source: QueueSource,
  off: boolean,
): SourceSpec<Fetched> => ({
  key: keys.queueSource(branch, day, source),
  endpoint: source === 'day' ? 'branchDay' : source,
  cadence: (data) => (data?.rests ? null : source === 'day' ? EVERY.list : EVERY.now),
  off,
})

/** The query of one source of a day, which feeds the day's table. */
export function queueOptions(
  client: QueryClient,
  branch: string,
  day: string | null,
  source: QueueSource,
  off: boolean,
) {
  const tableKey = keys.queueTable(branch, day)
  const every = source === 'day' ? EVERY.list : EVERY.now
  return {
    ...polled(queueSpec(branch, day, source, off), every),
    queryKey: keys.queueSource(branch, day, source),
    queryFn: async (context: { queryKey: QueryKey; signal: AbortSignal }): Promise<Fetched> => {
      if (source !== 'day') {
        const { at } = await feedTable(client, source, { branch }, { tableKey, branch, source, every }, context)
        return { at, rests: false }
      }
      const input = day === null ? { branch } : { branch, date: day }
      const target = { tableKey, branch, source: 'list', every } as const
      const { at, table } = await feedTable(client, 'branchDay', input, target, context)
      return { at, rests: isFinal(table, day) }
    },
    enabled: !off,
    // A day that is over for good is many megabytes that say the same again.
    staleTime: ({ state }: { state: { data: Fetched | undefined } }) => (state.data?.rests ? Infinity : every),
    // The data are only times: what is drawn is the table, and whether this fails.
    notifyOnChangeProps: ['error' as const, 'status' as const],
  }
}
