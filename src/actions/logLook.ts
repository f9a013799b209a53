import type { JobRequest } from '../contract/records.ts'
import type { ActionRecord } from '../domain/action.ts'
import { reachedAt } from '../domain/actionLife.ts'
import { entryFits, jobOf, matchLog, SKEW } from '../domain/reconcile.ts'
import type { ActionClient } from './ports.ts'

const PAGE = 100
const PAGES = 5

const sentAt = (record: ActionRecord): number => (reachedAt(record, 'sent') ?? 0) / 1000

/** The log back to a moment (seconds, our clock), and by how much the server's clock is ahead of ours. */
async function readLog(client: ActionClient, since: number): Promise<{ entries: JobRequest[]; offset: number }> {
  const entries: JobRequest[] = []
  let offset = 0
  for (let page = 0; page < PAGES; page += 1) {
    const { value, at, serverTime } = await client.read('jobRequests', { num: PAGE, offset: page * PAGE })
    entries.push(...value)
    if (page === 0 && serverTime !== null) offset = serverTime - at / 1000
    // Newest first: further back than that moment there is nothing of ours.
    const oldest = value.at(-1)
    if (value.length < PAGE || !oldest || oldest.when < since + offset - SKEW) break
  }
  return { entries, offset }
}

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
  const { entries, offset } = await readLog(client, sentAt(record))
  return matchLog(records, entries, offset).get(record.id) ?? null
}

/**
 * The entries of many actions whose numbers are known, in one reading. An entry bears its number only once it is done
 * (surprise 16), so only those the agent has answered are found; by their numbers alone, since many may ask for the same.
 */
export async function entriesOfJobs(
  client: ActionClient,
  records: readonly ActionRecord[],
): Promise<readonly (readonly [ActionRecord, JobRequest])[]> {
  const { entries } = await readLog(client, Math.min(...records.map(sentAt)))
  const byJob = new Map(entries.map((entry) => [jobOf(entry), entry]))
  return records.flatMap((record) => {
    const entry = byJob.get(record.job)
    return record.job !== null && entry && entryFits(record.plan, entry) ? [[record, entry] as const] : []
  })
}
