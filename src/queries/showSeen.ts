import type { QueryClient } from '@tanstack/react-query'
import type { ActionRecord } from '../domain/action.ts'
import type { Seen } from '../table/applySeen.ts'
import { tableHost } from '../table/tableHost.ts'
import { api } from './api.ts'
import { keys, tableName } from './keys.ts'

/** What was seen per branch in this visit. A list that has caught up says the same, so nothing needs to be forgotten. */
const seenOn = new Map<string, { builds: Map<number, Seen['builds'][number]>; gone: Set<number> }>()

/**
 * Lets the queue of today show what an action was seen to have done, before the server's cached list does: the end of
 * a cancelled build, the going of a cancelled request. Nothing is guessed: both are read from the uncached `/build`
 * and `/request`. Never rejects; when it can't be read, the list tells a minute later.
 */
export async function showSeen(client: QueryClient, { plan }: ActionRecord): Promise<void> {
  if (plan.kind !== 'cancelBuild' && plan.kind !== 'cancelRequest') return
  const { branch } = plan
  const seen = seenOn.get(branch) ?? { builds: new Map(), gone: new Set() }
  seenOn.set(branch, seen)
  try {
    if (plan.kind === 'cancelBuild') {
      const { value } = await api().read('build', { branch, build_id: plan.buildId })
      if (value.endtime !== null)
        seen.builds.set(plan.buildId, { id: plan.buildId, ended: value.endtime, status: value.status })
    } else {
      const { value } = await api().read('request', { branch, request_id: plan.requestId })
      if (value.complete !== 0 && value.build_ids.length === 0) seen.gone.add(plan.requestId)
    }
  } catch {
    return
  }
  const key = keys.queueTable(branch, null)
  const table = await tableHost.see(tableName(key), branch, { builds: [...seen.builds.values()], gone: [...seen.gone] })
  if (table) client.setQueryData(key, table)
}
