import type { JobRequest } from '../contract/records.ts'
import type { Job, ServedRequest } from './job.ts'
import { askerOf } from './reasonWords.ts'
import { jobOf } from './reconcile.ts'
import { SUCCESS } from './state.ts'

/** One rebuild that somebody asked for, and what came of it. */
export type Rebuild = {
  who: string
  /** When its first request was submitted: seconds since epoch. */
  at: number
  /** What it is of; null for work without one. */
  revision: string | null
  requestIds: readonly number[]
  /** Rows that serve them: requests that wait, builds that run or ran. */
  jobs: readonly Job[]
  /** Earlier rows of the same work, one of which was rebuilt: only the log tells which (`isAskedOf`). */
  of: readonly Job[]
}

/** Requests of one rebuild are submitted one right after the other, in whole seconds. */
const TOGETHER = 2

/** The same work: of one builder at one revision. */
const workKey = (builder: string, revision: string | null): string => `${revision ?? ''} ${builder}`

type Draft = {
  who: string
  at: number
  last: number
  requestIds: number[]
  jobs: Job[]
  of: Job[]
  revision: string | null
}

/** The rebuilds among rows, by work, oldest first. The server never tells which requests one made (surprise 17). */
function rebuildsByWork(rows: readonly Job[]): Map<string, Draft[]> {
  const rebuilders = new Map<string | null, string | null>()
  const rebuilderIn = (reason: string | null): string | null => {
    const known = rebuilders.get(reason)
    if (known !== undefined) return known
    const asker = askerOf(reason)
    const who = asker?.how === 'rebuilt' ? asker.who : null
    rebuilders.set(reason, who)
    return who
  }
  const asked: { job: Job; request: ServedRequest; who: string }[] = []
  for (const job of rows) {
    for (const request of job.requests) {
      const who = rebuilderIn(request.reason)
      if (who !== null) asked.push({ job, request, who })
    }
  }
  asked.sort((a, b) => a.request.submitted - b.request.submitted || a.request.requestId - b.request.requestId)
  const works = new Map<string, Draft[]>()
  for (const { job, request, who } of asked) {
    const { requestId, submitted, revision } = request
    const key = workKey(job.builder, revision)
    const drafts = works.get(key) ?? []
    works.set(key, drafts)
    const same = drafts.findLast((draft) => draft.who === who)
    const isKnown = same?.requestIds.includes(requestId) === true
    if (same && (isKnown || submitted - same.last <= TOGETHER)) {
      if (!isKnown) same.requestIds.push(requestId)
      if (!same.jobs.includes(job)) same.jobs.push(job)
      same.last = submitted
    } else drafts.push({ who, at: submitted, last: submitted, requestIds: [requestId], jobs: [job], of: [], revision })
  }
  return works
}

/**
 * Every rebuild among rows, oldest first, also where no list tells any more what was rebuilt. Work without a revision is
 * only told apart by time: there it is taken to be of the attempt right before.
 */
export function rebuildsIn(rows: readonly Job[]): readonly Rebuild[] {
  const works = rebuildsByWork(rows)
  if (works.size === 0) return []
  const earlier = (job: Job, draft: Draft) =>
    job.submitted <= draft.at && !job.requests.some(({ requestId }) => draft.requestIds.includes(requestId))
  for (const job of rows) {
    for (const key of new Set(job.requests.map(({ revision }) => workKey(job.builder, revision)))) {
      for (const draft of works.get(key) ?? []) {
        if (!earlier(job, draft)) continue
        if (draft.revision !== null) draft.of.push(job)
        else if (job.submitted >= (draft.of[0]?.submitted ?? 0)) draft.of = [job]
      }
    }
  }
  return [...works.values()].flat().toSorted((a, b) => a.at - b.at)
}

/**
 * Attempts linked old → new: for each row (by key), what was rebuilt of its work after it: same builder, same revision,
 * the reason `Self-serve: Rebuilt by <who>`, submitted since. Of two earlier attempts the list does not tell which was
 * meant, so both have it.
 */
export const linkRebuilds = (rows: readonly Job[]): RebuildLinks => linksOf(rebuildsIn(rows))

/** Rebuilds by the key of each row that they may be of. */
export type RebuildLinks = ReadonlyMap<string, readonly Rebuild[]>

/** `linkRebuilds`, where what `rebuildsIn` tells is at hand. */
export function linksOf(rebuilds: readonly Rebuild[]): RebuildLinks {
  const links = new Map<string, Rebuild[]>()
  for (const rebuild of rebuilds) {
    for (const { key } of rebuild.of) {
      const known = links.get(key)
      if (known) known.push(rebuild)
      else links.set(key, [rebuild])
    }
  }
  return links
}

/** What was rebuilt of one job since, oldest first: "rebuilt by ann 14:02". For many rows at once, `linkRebuilds`. */
export const rebuiltBy = (job: Job, rows: readonly Job[]): readonly Rebuild[] =>
  linkRebuilds(rows.some(({ key }) => key === job.key) ? rows : [job, ...rows]).get(job.key) ?? []

/** Whether an entry of the log asked for a rebuild of this very job. */
const asksFor = ({ action, what }: JobRequest, { buildId, requests }: Job): boolean =>
  (action.startsWith('rebuild_build') && what['bid'] === buildId) ||
  (action.startsWith('rebuild_request') && requests.some(({ requestId }) => requestId === Number(what['brid'])))

/** Seconds that the agent may be behind: an entry open for longer has made no requests. */
const BEHIND = 3_600

/**
 * The entry of the log that asked for a rebuild, and its number once it has one (surprise 16). One person may have asked
 * for several: the agent makes the requests when it is done with theirs, or about to be. Null where none of the log could
 * have made them: it may have been read before.
 */
export function entryOfRebuild(
  { who, at, of }: Rebuild,
  log: readonly JobRequest[],
): { entry: JobRequest; number: number | null } | null {
  const away = ({ when, completed_at: done }: JobRequest) => (done === null ? at - when : Math.abs(done - at))
  const couldHave = (one: JobRequest) =>
    one.who === who &&
    one.when <= at + TOGETHER &&
    (one.completed_at === null ? one.when >= at - BEHIND : one.completed_at >= at - TOGETHER) &&
    of.some((job) => asksFor(one, job))
  const entry = log.filter(couldHave).toSorted((a, b) => away(a) - away(b) || b.when - a.when)[0]
  return entry ? { entry, number: jobOf(entry) } : null
}

/** Whether this very job was rebuilt, and not another attempt at the same work; where the log does not tell, it may have been. */
export function isAskedOf(rebuild: Rebuild, job: Job, log: readonly JobRequest[]): boolean {
  const found = entryOfRebuild(rebuild, log)
  return found === null || asksFor(found.entry, job)
}

/** The results of a rebuild as they come. */
export type ResultStrip = {
  /** One per run, in the order they were asked for; attempts that were given back are left out. */
  runs: readonly Job[]
  green: number
  /** Runs that have ended. */
  done: number
  /** Runs there are or will be: those seen, and requests asked for that no list shows yet. */
  of: number
  /** Requests that share a run with another of the same rebuild (merged): asked for, and not run on their own. */
  merged: number
}

/** "17 of 20 green": what has come of `asked` runs. */
export function resultStrip(rebuild: Rebuild, asked: number = rebuild.requestIds.length): ResultStrip {
  const own = new Set(rebuild.requestIds)
  const firstOf = (job: Job) => Math.min(...job.requests.map(({ requestId }) => requestId).filter((id) => own.has(id)))
  const runs = [...new Set(rebuild.requestIds.flatMap((id) => lastAttempt(id, rebuild.jobs) ?? []))].toSorted(
    (a, b) => firstOf(a) - firstOf(b),
  )
  const seen = new Set(runs.flatMap(({ requests }) => requests.map(({ requestId }) => requestId)))
  const requests = rebuild.requestIds.filter((id) => seen.has(id)).length
  return {
    runs,
    green: runs.filter(({ state, result }) => state === 'finished' && result === SUCCESS).length,
    done: runs.filter(({ state }) => state === 'finished').length,
    of: runs.length + Math.max(0, asked - requests),
    merged: requests - runs.length,
  }
}

/** The row that tells what became of a request: attempts given back show its result too, once it has one (surprise 29). */
function lastAttempt(requestId: number, jobs: readonly Job[]): Job | null {
  const started = (job: Job) => job.started ?? Infinity
  return jobs
    .filter(({ requests }) => requests.some((request) => request.requestId === requestId))
    .reduce<Job | null>((last, job) => (last === null || started(job) > started(last) ? job : last), null)
}

/** "17 of 20 green", "17 of 20 green, 2 to come". */
export function stripWords({ green, done, of }: ResultStrip): string {
  return `${green} of ${of} green${done < of ? `, ${of - done} to come` : ''}`
}
