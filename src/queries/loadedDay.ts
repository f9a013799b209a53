import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import type { JobTable } from '../table/jobTable.ts'
import { keys } from './keys.ts'

/** Today's jobs of a branch if a visit to its queue left them here; never asks for them: a day may be many megabytes. */
export const useLoadedToday = (branch: string): JobTable | null =>
  useQuery<JobTable>({ queryKey: keys.queueTable(branch, null), queryFn: skipToken, structuralSharing: false }).data ??
  null

/** When something of it last arrived, in milliseconds; null where nothing is loaded. Not asked for again, it ages. */
export const useLoadedTodayAt = (branch: string): number | null =>
  useQueryClient().getQueryState(keys.queueTable(branch, null))?.dataUpdatedAt || null
