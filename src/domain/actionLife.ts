import type { Failure, FailureKind } from '../contract/failure.ts'
import type { ActionRecord, Batch, Evidence, Hold, Phase, Plan, Subject } from './action.ts'
import { agentVerdict } from './agentWords.ts'
import type { Collision } from './radar.ts'

/** What can happen to an action. `at`: milliseconds since epoch, this browser's clock. */
export type LifeEvent = { at: number } & (
  | { type: 'undone' }
  /** The undo window ends now, on a press by `who`. */
  | { type: 'dueNow'; who: string | null }
  /** Still queued, and another plan for the same thing takes its place. */
  | { type: 'changed'; plan: Plan; sendAt: number }
  /** Still queued, and kept back until a press. */
  | { type: 'held'; hold: Hold; collision?: Collision }
  | { type: 'sent'; logChecked?: boolean | null }
  | { type: 'accepted'; job: number }
  | { type: 'answered'; failure: Failure }
  /** Its entry of the log was read; times in seconds, by the server's clock. */
  | { type: 'logged'; who: string | null; loggedAt: number; job: number | null }
  | { type: 'agentAnswered'; errors: boolean; msg: string | null; completedAt: number | null }
  | { type: 'seen'; evidence: Evidence }
  /** It is not sent: its tab is gone or slept, what it needed could not be read (`failure`), or its batch was stopped. */
  | { type: 'lapsed'; failure?: Failure; hold?: 'stopped' }
  /** The tab that sent it is gone, and its answer with it. */
  | { type: 'lost' }
  | { type: 'looked'; found: boolean }
  /** The farm's data were read, and do not show it in time. */
  | { type: 'timedOut' }
)

/** A plan becomes a record, queued. `window`: the undo window in milliseconds. */
export function begin(
  plan: Plan,
  subject: Subject,
  how: { id: string; who: string | null; tab: string; now: number; window: number; again?: string; batch?: Batch },
): ActionRecord {
  return {
    id: how.id,
    plan,
    subject,
    who: how.who,
    tab: how.tab,
    sendAt: how.now + how.window,
    steps: [{ phase: 'queued', at: how.now }],
    job: null,
    loggedAt: null,
    agent: null,
    failure: null,
    looks: [],
    evidence: null,
    again: how.again ?? null,
    batch: how.batch ?? null,
    hold: null,
    collision: null,
    logChecked: null,
  }
}

/** Where the action stands: the last phase reached, and since when. */
export function standing(record: ActionRecord): { phase: Phase; at: number } {
  const last = record.steps.at(-1)
  if (!last) throw new Error(`action ${record.id} has no phase`)
  return last
}

export const phaseOf = (record: ActionRecord): Phase => standing(record).phase

/** When the action first reached a phase; null if it has not. */
export const reachedAt = (record: ActionRecord, phase: Phase): number | null =>
  record.steps.find((step) => step.phase === phase)?.at ?? null

/** What a write's failure means for the action: whether anything can have come of it. */
const meaning: Record<FailureKind, 'failed' | 'never handed over' | 'unknown'> = {
  signedOut: 'failed',
  notFound: 'failed',
  rejected: 'failed',
  notLogged: 'failed',
  unsayable: 'failed',
  resting: 'failed',
  neverHandedOver: 'never handed over',
  offline: 'unknown',
  timeout: 'unknown',
  busy: 'unknown',
  server: 'unknown',
  redirected: 'unknown',
  contract: 'unknown',
}

const reach = (record: ActionRecord, at: number, phase: Phase, facts: Partial<ActionRecord> = {}): ActionRecord => ({
  ...record,
  ...facts,
  steps: [...record.steps, { phase, at }],
})

/**
 * The life of an action (the law: never show as done what is only asked for). Gives the record as the event leaves it;
 * an event that has no place where the action stands leaves the very same record, so that a late or repeated
 * answer does nothing.
 */
export function advance(record: ActionRecord, event: LifeEvent): ActionRecord {
  const phase = phaseOf(record)
  const { at } = event
  switch (event.type) {
    case 'undone':
      return phase === 'queued' ? reach(record, at, 'undone') : record
    case 'dueNow':
      return phase === 'queued' ? { ...record, sendAt: at, who: event.who, hold: null } : record
    case 'changed':
      return phase === 'queued' ? { ...record, plan: event.plan, sendAt: event.sendAt } : record
    case 'held':
      return phase === 'queued' && !record.hold
        ? { ...record, hold: event.hold, collision: event.collision ?? record.collision }
        : record
    case 'lapsed': {
      const { failure = null, hold = null } = event
      return phase === 'queued' ? reach(record, at, 'not sent', { failure, hold }) : record
    }
    case 'sent':
      return phase === 'queued' ? reach(record, at, 'sent', { logChecked: event.logChecked ?? null }) : record
    case 'accepted':
      return phase === 'sent' || phase === 'unknown'
        ? reach(record, at, 'accepted', { job: event.job, failure: null })
        : record
    case 'answered':
      return answered(record, event.failure, at)
    case 'lost':
      return phase === 'sent' ? reach(record, at, 'unknown') : record
    case 'looked':
      return looked(record, event.found, at)
    case 'logged':
      return logged(record, event)
    case 'agentAnswered':
      return phase === 'accepted' ? heard(record, event, at) : record
    case 'seen':
      return phase === 'acted on' || phase === 'not seen'
        ? reach(record, at, 'seen', { evidence: event.evidence })
        : record
    case 'timedOut':
      return phase === 'acted on' ? reach(record, at, 'not seen') : record
  }
}

/** An answer that comes after the action was given up for unknown still settles it, unless it leaves it unknown. */
function answered(record: ActionRecord, failure: Failure, at: number): ActionRecord {
  const phase = phaseOf(record)
  const means = meaning[failure.kind]
  const settles = phase === 'sent' || (phase === 'unknown' && means !== 'unknown')
  return settles ? reach(record, at, means, { failure }) : record
}

/** Found in the log is what accepted means: the server wrote it down. */
function looked(record: ActionRecord, found: boolean, at: number): ActionRecord {
  if (phaseOf(record) !== 'unknown') return record
  const looks = [...record.looks, { at, found }]
  return found ? reach(record, at, 'accepted', { looks }) : { ...record, looks }
}

function logged(
  record: ActionRecord,
  entry: { who: string | null; loggedAt: number; job: number | null },
): ActionRecord {
  if (phaseOf(record) !== 'accepted') return record
  const job = record.job ?? entry.job
  const who = entry.who ?? record.who
  const same = job === record.job && who === record.who && entry.loggedAt === record.loggedAt
  return same ? record : { ...record, job, who, loggedAt: entry.loggedAt }
}

/** The agent has acted, and its words say what came of it; all but `did it` ends here. */
function heard(
  record: ActionRecord,
  answer: { errors: boolean; msg: string | null; completedAt: number | null },
  at: number,
): ActionRecord {
  const agent = { errors: answer.errors, msg: answer.msg ?? '', at: answer.completedAt }
  const acted = reach(record, at, 'acted on', { agent })
  const verdict = agentVerdict(answer)
  return verdict === 'did it' ? acted : reach(acted, at, verdict)
}
