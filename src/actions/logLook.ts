import type { JobRequest } from '../contract/records.ts'
import type { ActionRecord } from '../domain/action.ts'
import { reachedAt } from '../domain/actionLife.ts'
import { entryFits, matchLog, SKEW } from '../domain/reconcile.ts'
import type { ActionClient } from './ports.ts'

const PAGE = 100
const PAGES = 5

/**
 * The log's entry of an action: by its number where the 202 gave one, else by what it asks for. Null when the log was
 * read and does not have it; rejects when it could not be read.
 */
export async function findEntry(
  client: ActionClient,
  record: ActionRecord,
  records: readonly ActionRecord[],
): Promise<JobRequest | null> {
  if (record.job !== null) {
    const { value } = await client.read('jobRequest', { job_id: record.job })
    // Another farm may answer at this address one day, with numbers of its own.
    return entryFits(record.plan, value) ? value : null
  }
  const sentAt = (reachedAt(record, 'sent') ?? 0) / 1000
  const entries: JobRequest[] = []
  let offset = 0
  for (let page = 0; page < PAGES; page += 1) {
    const { value, at, serverTime } = await client.read('jobRequests', { num: PAGE, offset: page * PAGE })
    entries.push(...value)
    if (page === 0 && serverTime !== null) offset = serverTime - at / 1000
    // Newest first: further back than the moment we sent there is nothing of ours.
    const oldest = value.at(-1)
    if (value.length < PAGE || !oldest || oldest.when < sentAt + offset - SKEW) break
  }
  return matchLog(records, entries, offset).get(record.id) ?? null
}
