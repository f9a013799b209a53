import { count } from './duration.ts'

/** What is about to be asked for. */
export type GuardedAct =
  | 'cancel'
  | 'rebuild'
  | 'reprioritize'
  | 'newBuild'
  | 'newPgoBuild'
  /** Starts all nightlies of the branch. */
  | 'newNightly'

export type GuardAsk = {
  act: GuardedAct
  /** Jobs it aims at; for new work 1. */
  targets: number
  /** Runs wanted of each; 1 unless said. */
  count?: number
  /** A cancel of a whole push, which is one thing asked for however many jobs it hits. */
  wholePush?: boolean
  /** At least one target is a nightly. */
  nightly?: boolean
  /** It is known to serve others too: merged requests of other pushes, or work of a known other person. */
  others?: boolean
  /** What names the place, to be typed where that is asked: the revision where there is one, else the branch. */
  revision: string | null
  branch: string
}

export type Guard =
  /** The undo window alone. */
  | { kind: 'none' }
  /** Says what else is affected; a second press does it. */
  | { kind: 'second press' }
  | { kind: 'preview' }
  /** A preview, and these words to be typed. */
  | { kind: 'typed'; type: string }
  | { kind: 'refused'; why: string }

/** What a person may ask for at once; a site or a setting may change them. */
export type GuardLimits = { targets: number; count: number }
export const usualLimits: GuardLimits = { targets: 200, count: 20 }

export const tooManyRuns = (limit: number): string => `More than ${limit} runs of a job at once are refused. Split it`
/** `targets`: how many are picked, of which more than `limit` would be hit. */
export const tooManyTargets = (targets: number, limit: number): string =>
  `${count(targets)} jobs at once: more than ${limit} are refused. Split it: narrow the filter, or select fewer`

/** Up to here a preview is enough. */
const PREVIEW_TARGETS = 20
/** More runs than this of one job are shown before they are asked for. */
const QUIET_COUNT = 5

/** What stands between a press and the undo window. The stricter rule counts. */
export function guardFor(ask: GuardAsk, limits: GuardLimits = usualLimits): Guard {
  const { act, targets, count: runs = 1, wholePush = false, nightly = false, others = false } = ask
  if (targets < 1 || runs < 1) return { kind: 'refused', why: 'There is nothing to do' }
  if (runs > limits.count) return { kind: 'refused', why: tooManyRuns(limits.count) }
  // A whole push cannot be split: the server is asked once, and the typed revision is the guard.
  if (targets > limits.targets && !wholePush) {
    return { kind: 'refused', why: tooManyTargets(targets, limits.targets) }
  }
  const typed = targets > PREVIEW_TARGETS || wholePush || (act === 'cancel' && nightly) || act === 'newNightly'
  if (typed) return { kind: 'typed', type: ask.revision?.slice(0, 12) ?? ask.branch }
  // New builds are as many as the branch has builders, which nobody sees before.
  if (targets > 1 || runs > QUIET_COUNT || act === 'newBuild' || act === 'newPgoBuild') return { kind: 'preview' }
  return act === 'cancel' && others ? { kind: 'second press' } : { kind: 'none' }
}

/** Whether what was typed is what was asked for: blanks around and upper case are no matter, a full revision is fine too. */
export function isTyped(type: string, text: string): boolean {
  const given = text.trim().toLowerCase()
  const wanted = type.toLowerCase()
  return (
    given === wanted || (/^[0-9a-f]{12}$/.test(wanted) && /^[0-9a-f]{12,40}$/.test(given) && given.startsWith(wanted))
  )
}
