import type { Failure } from '../contract/failure.ts'
import type { Collision } from './radar.ts'

/** What is asked of a whole push, and with what. `revision`: 12 or 40 characters, compared by the first 12. */
export type PushPlan =
  | { kind: 'cancelRevision' | 'newBuild'; branch: string; revision: string }
  | { kind: 'newPgoBuild' | 'newNightly'; branch: string; revision: string; priority: number }
  /** One job of any builder at the revision. */
  | { kind: 'newBuildForBuilder'; branch: string; revision: string; builder: string; priority: number }

/**
 * What somebody can ask for, and with what. `branch` is the short name that stands in addresses.
 * Ids are the farm's. New kinds become members here; the rest of the life is the same.
 */
export type Plan =
  | { kind: 'cancelBuild'; branch: string; buildId: number }
  | { kind: 'cancelRequest'; branch: string; requestId: number }
  /**
   * `priority` null: that of the original, which the list at hand did not tell. It is looked up just before sending,
   * since the server would take a missing one for 0.
   */
  | { kind: 'rebuildBuild'; branch: string; buildId: number; count: number; priority: number | null }
  | { kind: 'rebuildRequest'; branch: string; requestId: number; count: number; priority: number | null }
  /** `was` is the priority it had when asked, where known. */
  | { kind: 'reprioritize'; branch: string; requestId: number; priority: number; was: number | null }
  | PushPlan
export type ActionKind = Plan['kind']

/** What an action is about, for words, links and reconciling; kept with it since lists forget. */
export type Subject = {
  /** Null for what is asked of a whole push; of one more job, its builder. */
  builder: string | null
  /** First 12 characters, or null. */
  revision: string | null
  buildId: number | null
  /** Requests the job served when the action was asked. */
  requestIds: readonly number[]
}

/** The road of an action that goes well (product law: never show as done what is only asked for). */
export const road = ['queued', 'sent', 'accepted', 'acted on', 'seen'] as const
/**
 * Where an action stands. Besides the road:
 * - `undone`: taken back inside the undo window, nothing left the browser
 * - `not sent`: the tab went away first, or its batch was stopped; never sent later
 * - `failed`: the server said no, or the agent said `errors: true`
 * - `never handed over`: logged, but the broker did not take it; open for ever
 * - `unknown`: sent, and no answer came that can be read
 * - `nothing to do`, `refused`: the agent's answers that change nothing
 * - `not seen`: the agent did it, yet five minutes later the data do not show it
 */
export const phases = [
  ...road,
  'undone',
  'not sent',
  'failed',
  'never handed over',
  'unknown',
  'nothing to do',
  'refused',
  'not seen',
] as const
export type Phase = (typeof phases)[number]

/** A phase reached. `at`: milliseconds since epoch, this browser's clock. */
export type Step = { phase: Phase; at: number }

/** A thing the effect of an action was seen in, for links. */
export type Evidence = { requestIds: readonly number[] } | { endedAt: number | null } | { priority: number }

/**
 * The many that were asked for by one press, and this one's place among them, 1 to `of`.
 *
 * A batch is nothing but its records. They share one undo window, and then leave one at a time, at least a second
 * apart, lowest place first, from the tab that asked. It ends early in three ways, and only a press goes on from them:
 * - **stopped**: what has not left is `not sent`, with hold `stopped`
 * - **halted** after three failures in a row: the rest stays `queued`, with hold `halted`, as long as its tab lives
 * - its tab is gone or slept: the rest is `not sent`, as any action is
 *
 * To resume releases what is halted, and asks for the rest anew: what is `not sent` is never sent later, so a new
 * record takes the same place in the same batch, and `again` names the old one. The newest of a place is its outcome.
 */
export type Batch = { id: string; place: number; of: number; title: string }

/** What keeps a queued action here, until a press says otherwise, or (`stopped`) why it was not sent. */
export type Hold = 'halted' | 'collision' | 'stopped'

/** One thing asked for, with its whole life. Plain data: kept in IndexedDB, sent between tabs. */
export type ActionRecord = {
  /** Made by us, once per press. */
  id: string
  plan: Plan
  subject: Subject
  /** Who asks, where the server has told it; null when not known. Corrected by its own log entry. */
  who: string | null
  /** The tab that asked and alone may send. */
  tab: string
  /** When the undo window ends, milliseconds since epoch. */
  sendAt: number
  /** Every phase reached, oldest first; the last is where it stands. Never empty. */
  steps: readonly Step[]
  /** Job number in the self-serve log, from the 202 or found by looking. */
  job: number | null
  /** When the server logged it, seconds since epoch by the server's clock; null until its log entry was read. */
  loggedAt: number | null
  /** The agent's own words, and when (seconds since epoch, server's clock). */
  agent: { errors: boolean; msg: string; at: number | null } | null
  /** What stands in the way, as data; worded by `src/ui/failureText.ts`. */
  failure: Failure | null
  /** For `unknown`: the looks into the job log, oldest first (milliseconds). `found`: logged, whatever the answer. */
  looks: readonly { at: number; found: boolean }[]
  evidence: Evidence | null
  /** The action this one sends again, if it does. */
  again: string | null
  /** The batch it belongs to, or null. */
  batch: Batch | null
  hold: Hold | null
  /** Who else asks for the same, found before it was to be sent. Stays when it is sent all the same; it is not looked for twice. */
  collision: Collision | null
  /** Whether the log was read for collisions just before sending; false: it could not be; null: not sent yet, or not looked. */
  logChecked: boolean | null
}
