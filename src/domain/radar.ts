import type { JobRequest } from '../contract/records.ts'
import type { ActionRecord, Plan, Subject } from './action.ts'
import { phaseOf, reachedAt } from './actionLife.ts'
import { askedAt } from './actionState.ts'
import { planTitle } from './actionWords.ts'
import { askedWords } from './askedFor.ts'
import { onBranch } from './branchRule.ts'
import { namedIn } from './logAbout.ts'
import { jobOf, matchLog } from './reconcile.ts'
import { sameRevision } from './revision.ts'

/** What is about to be asked, as far as somebody else may be asking the same. `branch`: the short name. */
export type Aim = {
  verb: 'cancel' | 'cancelPush' | 'rebuild' | 'reprioritize' | 'newBuild' | 'newPgoBuild' | 'newNightly' | 'newJob'
  branch: string
  builder: string | null
  revision: string | null
  buildId: number | null
  requestIds: readonly number[]
}

/** Builder and revision of a build or request that a log entry names, where a list at hand tells; else null. */
export type WorkOf = (id: { buildId: number } | { requestId: number }) => {
  builder: string
  revision: string | null
} | null

/** Somebody asks, or has just asked, for the same. `at`: seconds since epoch, by the server's clock. */
export type Collision = {
  /** `tab`: from another tab of this browser, which may not have been sent yet. */
  from: 'log' | 'tab'
  who: string | null
  at: number
  words: string
  /** The agent has acted on it. */
  done: boolean
  job: number | null
}

/** So long ago, in seconds, somebody who asks again may not know of it. */
const LATELY = 600

/** What an action of ours aims at. */
export function aimOf(plan: Plan, { builder, revision, buildId, requestIds }: Subject): Aim {
  const verbs = {
    cancelBuild: 'cancel',
    cancelRequest: 'cancel',
    rebuildBuild: 'rebuild',
    rebuildRequest: 'rebuild',
    reprioritize: 'reprioritize',
    cancelRevision: 'cancelPush',
    newBuild: 'newBuild',
    newPgoBuild: 'newPgoBuild',
    newNightly: 'newNightly',
    newBuildForBuilder: 'newJob',
  } as const
  return { verb: verbs[plan.kind], branch: plan.branch, builder, revision, buildId, requestIds }
}

/** The log's words, by their beginnings: the column may have cut them to 20 characters (contract surprise 24). */
const logVerbs: readonly (readonly [start: string, verb: Aim['verb']])[] = [
  ['cancel_revision', 'cancelPush'],
  ['cancel_', 'cancel'],
  ['rebuild_', 'rebuild'],
  ['reprioritize', 'reprioritize'],
  ['new_build_for_buil', 'newJob'],
  ['new_build_at_revis', 'newBuild'],
  ['new_pgobuild_at_re', 'newPgoBuild'],
  ['new_nightly_at_rev', 'newNightly'],
]

/** What a log entry aims at; null for an action nobody knows. */
function aimOfEntry({ action, what }: Pick<JobRequest, 'action' | 'what'>, workOf: WorkOf): Aim | null {
  const verb = logVerbs.find(([start]) => action.startsWith(start))?.[1]
  if (!verb) return null
  const { branch, builder, revision, buildId, requestId } = namedIn(what)
  const work = buildId !== null ? workOf({ buildId }) : requestId !== null ? workOf({ requestId }) : null
  return {
    verb,
    branch: branch ?? '',
    builder: builder ?? work?.builder ?? null,
    revision: revision ?? work?.revision ?? null,
    buildId,
    requestIds: requestId === null ? [] : [requestId],
  }
}

/** Whether two aims come to the same: each done, one of them would be too many. */
function sameAim(own: Aim, other: Aim): boolean {
  const atRevision = sameRevision(own.revision, other.revision)
  const sameThing =
    (own.buildId !== null && own.buildId === other.buildId) ||
    own.requestIds.some((id) => other.requestIds.includes(id))
  const starts = (aim: Aim) => aim.verb === 'rebuild' || aim.verb === 'newJob'
  if (starts(own) && starts(other)) {
    return sameThing || (own.builder !== null && own.builder === other.builder && atRevision)
  }
  // A cancel of the whole push takes the job along; its branch may be any that the server's rule lets in.
  if (own.verb === 'cancel' && other.verb === 'cancelPush') {
    return atRevision && (onBranch(own.branch, other.branch) || onBranch(other.branch, own.branch))
  }
  if (own.verb !== other.verb) return false
  return own.verb === 'cancel' || own.verb === 'reprioritize' ? sameThing : atRevision && own.branch === other.branch
}

/** Phases in which an action of another tab may still come true, or just has. */
const live = new Set(['queued', 'sent', 'accepted', 'unknown', 'acted on', 'seen', 'not seen'])

/**
 * Who else has asked for the same in the last ten minutes, newest first: others and other browsers by the log, our other tabs
 * by their records. Actions of this tab are not collisions. `now`: seconds since epoch by our clock, `offset`: seconds
 * the server's clock is ahead of it.
 */
export function collisions(
  aim: Aim,
  seen: {
    entries: readonly JobRequest[]
    records: readonly ActionRecord[]
    tab: string
    now: number
    offset: number
    workOf?: WorkOf
  },
): readonly Collision[] {
  const { entries, records, tab, now, offset, workOf = () => null } = seen
  const since = now + offset - LATELY
  const ours = new Set(matchLog(records, entries, offset).values())
  const byOthers = entries.flatMap((entry): Collision[] => {
    const other = entry.when >= since && !ours.has(entry) ? aimOfEntry(entry, workOf) : null
    if (!other || !sameAim(aim, other)) return []
    const { who, when } = entry
    return [
      { from: 'log', who, at: when, words: askedWords(entry), done: entry.completed_at !== null, job: jobOf(entry) },
    ]
  })
  const byTabs = records.flatMap((record): Collision[] => {
    const at = record.loggedAt ?? (reachedAt(record, 'sent') ?? askedAt(record)) / 1000 + offset
    if (record.tab === tab || at < since || !live.has(phaseOf(record))) return []
    if (!sameAim(aim, aimOf(record.plan, record.subject))) return []
    const done = reachedAt(record, 'acted on') !== null
    return [{ from: 'tab', who: record.who, at, words: planTitle(record.plan), done, job: record.job }]
  })
  return [...byOthers, ...byTabs].toSorted((a, b) => b.at - a.at)
}
