import type { JobRequest } from '../contract/records.ts'
import type { ActionRecord } from './action.ts'

/** A build or request that a log entry names by its number. */
export type WorkId = { buildId: number } | { requestId: number }

/** What is known of it from elsewhere: the log itself names neither its branch nor its builder. `branch`: the short name. */
export type KnownWork = { branch: string; builder: string | null; revision: string | null }
export type KnownWorkOf = (id: WorkId) => KnownWork | null

/** What an entry of the log is about; null what neither the log nor anything else here tells. */
export type LogAbout = {
  branch: string | null
  builder: string | null
  revision: string | null
  buildId: number | null
  requestId: number | null
}

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** What an entry says itself, in the log's names. A single job's branch is the agent's name for it (surprise 23). */
export const namedIn = (what: JobRequest['what']): LogAbout => ({
  branch: textOrNull(what['branch'])?.replace(/-selfserve$/, '') ?? null,
  builder: textOrNull(what['builder_name']),
  revision: textOrNull(what['revision']),
  buildId: numberOrNull(what['bid']),
  requestId: numberOrNull(what['brid']),
})

/** What an entry is about, with what is known of the build or request it names. */
export function aboutEntry(what: JobRequest['what'], knownWork: KnownWorkOf): LogAbout {
  const named = namedIn(what)
  const { buildId, requestId } = named
  const known = buildId !== null ? knownWork({ buildId }) : requestId !== null ? knownWork({ requestId }) : null
  return {
    ...named,
    branch: named.branch ?? known?.branch ?? null,
    builder: named.builder ?? known?.builder ?? null,
    revision: named.revision ?? known?.revision ?? null,
  }
}

/** What our own actions tell of builds and requests: each was asked of one, on a branch. */
export function workOfActions(records: readonly ActionRecord[]): KnownWorkOf {
  const builds = new Map<number, KnownWork>()
  const requests = new Map<number, KnownWork>()
  for (const { plan, subject } of records) {
    const { builder, revision, buildId, requestIds } = subject
    // What is asked of a whole push lists many requests, of many builders.
    const known = { branch: plan.branch, builder, revision }
    if (buildId !== null && !builds.get(buildId)?.builder) builds.set(buildId, known)
    for (const id of requestIds) if (!requests.get(id)?.builder) requests.set(id, known)
  }
  return (id) => ('buildId' in id ? builds.get(id.buildId) : requests.get(id.requestId)) ?? null
}
