import type { JobRequest } from '../contract/records.ts'
import { sameRevision } from './revision.ts'

/** What a row of the log may be about. `revision`: any length; null never matches. */
export type AskTarget = { buildId: number | null; requestIds: readonly number[]; revision: string | null }

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/**
 * Whether a log entry asked for something of this job: of its build, of one of its requests, or of its whole revision.
 * `bid` and `brid` are the log's names for the ids.
 */
export function concerns(entry: Pick<JobRequest, 'what' | 'action'>, target: AskTarget): boolean {
  const { bid, brid, revision } = entry.what
  if (target.buildId !== null && bid === target.buildId) return true
  if (typeof brid === 'number' && target.requestIds.includes(brid)) return true
  return entry.action.startsWith('cancel_revision') && sameRevision(asText(revision), target.revision)
}

const words: readonly (readonly [string, string])[] = [
  ['cancel_build', 'cancel this build'],
  ['cancel_request', 'cancel the request'],
  ['cancel_revision', 'cancel the whole push'],
  ['rebuild_build', 'rebuild'],
  ['rebuild_request', 'rebuild the request'],
  ['reprioritize', 'set priority'],
  ['new_build_for_buil', 'start this job'],
  ['new_build_at_revis', 'new builds'],
  ['new_pgobuild_at_re', 'new PGO builds'],
  ['new_nightly_at_rev', 'new nightlies'],
]

/** A log entry in words: "rebuild ×5, priority 2". Action names may be cut to 20 characters: matched by their start (surprise 24). */
export function askedWords(entry: Pick<JobRequest, 'what' | 'action'>): string {
  const verb = words.find(([start]) => entry.action.startsWith(start))?.[1] ?? entry.action.replaceAll('_', ' ')
  const { count, priority } = entry.what
  if (verb === 'set priority') return `${verb} ${String(priority)}`
  return [
    typeof count === 'number' && count !== 1 ? `${verb} ×${count}` : verb,
    typeof priority === 'number' && priority !== 0 ? `priority ${priority}` : '',
  ]
    .filter(Boolean)
    .join(', ')
}
