import type { JobRequest } from '../contract/records.ts'
import { outcomeOf, outcomes } from './logEntries.ts'

/** What of the log to show; null lets everything through. */
export type LogFilter = {
  who: string | null
  /** The beginning of the agent's word: `cancel`, `cancel_build`. */
  action: string | null
  /** As it was asked for, in lower case: one that is no outcome matches nothing. */
  outcome: string | null
}

export const everything: LogFilter = { who: null, action: null, outcome: null }

/** Kinds of action by the beginnings of the agent's words, wider ones first. */
export const actionKinds: readonly (readonly [start: string, label: string])[] = [
  ['cancel', 'Any cancel'],
  ['cancel_build', 'Cancel build'],
  ['cancel_request', 'Cancel request'],
  ['cancel_revision', 'Cancel push'],
  ['rebuild', 'Any rebuild'],
  ['rebuild_build', 'Rebuild build'],
  ['rebuild_request', 'Rebuild request'],
  ['reprioritize', 'Set priority'],
  ['new', 'Any new work'],
  ['new_build_at_revision', 'New build'],
  ['new_pgobuild_at_revision', 'New PGO build'],
  ['new_nightly_at_revision', 'New nightly'],
  ['new_build_for_builder', 'Add a job'],
]

/** From here on a word of the log may have been cut (contract surprise 24). */
const CUT = 18

/** Whether an action is of a kind, also where the log has cut its word. */
export const isOfKind = (action: string, kind: string): boolean =>
  action.startsWith(kind) || (action.length >= CUT && kind.startsWith(action))

/** What comes before the @, lower case: how a link written by hand names a person. */
const short = (who: string): string => (who.split('@')[0] ?? who).toLowerCase()

/** Whether a person is the one asked for: by the whole name, or by what stands before the @ where no more was given. */
export const isPerson = (who: string | null, asked: string): boolean =>
  who !== null && (who.toLowerCase() === asked.toLowerCase() || (!asked.includes('@') && short(who) === short(asked)))

export const matchesLog = (entry: JobRequest, { who, action, outcome }: LogFilter): boolean =>
  (who === null || isPerson(entry.who, who)) &&
  (action === null || isOfKind(entry.action, action)) &&
  (outcome === null || outcomeOf(entry) === outcome)

export const isOutcome = (word: string): boolean => outcomes.some((outcome) => outcome === word)

/** The filter of an address. */
export const readLogFilter = (params: URLSearchParams): LogFilter => ({
  who: params.get('who') || null,
  action: params.get('action') || null,
  outcome: params.get('outcome')?.toLowerCase() || null,
})

/** A choice of a filter, and how many entries it would leave by itself. */
export type Choice = { value: string; label: string; count: number }

/** The persons of the log, by name. One asked for who did nothing stands there too. */
export function personsOf(entries: readonly JobRequest[], asked: string | null): readonly Choice[] {
  const counts = new Map<string, number>()
  for (const { who } of entries) if (who !== null) counts.set(who, (counts.get(who) ?? 0) + 1)
  if (asked !== null && !counts.has(asked)) counts.set(asked, entries.filter(({ who }) => isPerson(who, asked)).length)
  return [...counts]
    .map(([value, count]) => ({ value, label: value, count }))
    .toSorted((one, other) => one.label.localeCompare(other.label))
}

/** The kinds of action in the log; words that nobody knows stand for themselves, and so does what was asked for. */
export function kindsOf(entries: readonly JobRequest[], asked: string | null): readonly Choice[] {
  const unknown = entries
    .map(({ action }) => action)
    .filter((action) => !actionKinds.some(([kind]) => isOfKind(action, kind)))
  const others = new Set(asked === null ? unknown : [...unknown, asked])
  for (const [kind] of actionKinds) others.delete(kind)
  const named = [...actionKinds, ...[...others].map((action) => [action, action.replaceAll('_', ' ')] as const)]
  return named
    .map(([value, label]) => ({
      value,
      label,
      count: entries.filter(({ action }) => isOfKind(action, value)).length,
    }))
    .filter(({ value, count }) => count > 0 || value === asked)
}

/** Every outcome, also those that nothing came to, and what was asked for. */
export const outcomesOf = (entries: readonly JobRequest[], asked: string | null): readonly Choice[] =>
  [...new Set<string>(asked === null ? outcomes : [...outcomes, asked])].map((value) => ({
    value,
    label: value,
    count: entries.filter((entry) => outcomeOf(entry) === value).length,
  }))
