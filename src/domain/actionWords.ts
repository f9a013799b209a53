import type { ActionKind, ActionRecord, Phase, Plan, PushPlan } from './action.ts'
import { phaseOf } from './actionLife.ts'
import { hasEnded, isAnothers, isHeld, isNotFound, isProbablyOrphaned } from './actionState.ts'
import { duration } from './duration.ts'
import { shortRevision } from './revision.ts'

/** The verb of each kind, as rows say it before the phase: "cancel accepted". */
const shortVerb: Record<ActionKind, string> = {
  cancelBuild: 'cancel',
  cancelRequest: 'cancel',
  rebuildBuild: 'rebuild',
  rebuildRequest: 'rebuild',
  reprioritize: 'priority',
  cancelRevision: 'cancel push',
  newBuild: 'new build',
  newPgoBuild: 'new PGO build',
  newNightly: 'new nightly',
  newBuildForBuilder: 'new job',
}

const pushTitle: Record<PushPlan['kind'], string> = {
  cancelRevision: 'Cancel push',
  newBuild: 'New build at',
  newPgoBuild: 'New PGO build at',
  newNightly: 'New nightly at',
  newBuildForBuilder: 'New job at',
}

const times = (count: number): string => (count === 1 ? '' : ` ×${count}`)

function priorityTitle(plan: Extract<Plan, { kind: 'reprioritize' }>): string {
  const { was, priority, requestId } = plan
  if (was === null) return `Set priority of request ${requestId} to ${priority}`
  const verb = priority > was ? 'Raise' : priority < was ? 'Lower' : 'Set'
  return `${verb} priority of request ${requestId} ${was} → ${priority}`
}

/**
 * What was asked, in a few words: "Cancel build 5", "Rebuild build 5 ×3", "Raise priority of request 7 0 → 1",
 * "Cancel push 0123456789ab".
 */
export function planTitle(plan: Plan): string {
  switch (plan.kind) {
    case 'cancelBuild':
      return `Cancel build ${plan.buildId}`
    case 'cancelRequest':
      return `Cancel request ${plan.requestId}`
    case 'rebuildBuild':
      return `Rebuild build ${plan.buildId}${times(plan.count)}`
    case 'rebuildRequest':
      return `Rebuild request ${plan.requestId}${times(plan.count)}`
    case 'reprioritize':
      return priorityTitle(plan)
    case 'cancelRevision':
    case 'newBuild':
    case 'newPgoBuild':
    case 'newNightly':
    case 'newBuildForBuilder':
      return `${pushTitle[plan.kind]} ${shortRevision(plan.revision)}`
  }
}

/** The same on a row that tells the rest itself: "cancel", "rebuild ×5", "priority 3". */
export function askedText(plan: Plan): string {
  if ('count' in plan) return `rebuild${times(plan.count)}`
  return plan.kind === 'reprioritize' ? `priority ${plan.priority}` : shortVerb[plan.kind]
}

/** What each phase means, as a sentence for details and announcements. */
export const phaseSentence: Record<Phase, string> = {
  queued: 'Waiting in this browser; nothing has been sent.',
  sent: 'On the wire; no answer yet.',
  accepted: 'The server has logged it. Nothing has happened yet.',
  'acted on': 'The agent has acted. The farm’s data do not show it yet.',
  seen: 'The farm’s data show it.',
  undone: 'Taken back in time; nothing was sent.',
  'not sent': 'The page was closed or asleep before it was due, or it was stopped. It was not sent, and will not be.',
  failed: 'It was refused or went wrong; nothing will come of it.',
  'never handed over': 'Logged, but never handed to the agent: it stays open for ever.',
  unknown: 'Sent, and no readable answer came: it may or may not have been logged.',
  'nothing to do': 'The agent found nothing to do.',
  refused: 'The agent did not stop it: the build cannot be stopped.',
  'not seen': 'The agent says it was done, but five minutes later the data do not show it.',
}

/**
 * What more is known where the phase alone leaves a question; null elsewhere.
 * `now`: milliseconds since epoch. `me`: who is signed in, where known.
 */
export function standingNote(record: ActionRecord, now: number, me: string | null = null): string | null {
  const phase = phaseOf(record)
  const held = phase === 'queued' || phase === 'not sent' ? holdNote(record, now) : null
  if (held !== null) return held
  if (isAnothers(record, me)) return `asked by ${record.who}, and you are ${me}: not sent unless you press Send now`
  const found = record.looks.at(-1)?.found === true
  if (phase === 'accepted' && isProbablyOrphaned(record, now)) {
    return `${found ? 'found in the log, ' : ''}not acted on for 5 minutes: probably orphaned`
  }
  if (phase === 'accepted' && found) return 'found in the log, not yet acted on'
  if (phase !== 'unknown') return null
  if (isNotFound(record)) return 'not found in the log after two looks 30 s apart'
  return record.looks.length === 0 ? 'looking into the log' : 'not found in the log yet, looking again'
}

/** Why it is kept back, or was not sent. `now` null: where it stays longer than an age would be true. */
function holdNote({ hold, collision }: ActionRecord, now: number | null): string | null {
  if (hold === 'halted') return 'three in a row went wrong: not sent unless you resume'
  if (hold === 'stopped') return 'stopped before its turn'
  if (hold === null || !collision) return null
  const { from, who, at, words, job } = collision
  const whom = from === 'tab' ? 'another tab' : (who ?? 'somebody')
  const where = job === null ? '' : ` (job ${job})`
  const ago = now === null ? '' : ` ${duration(now / 1000 - at)} ago`
  return `${whom} asked for ${words}${ago}${where}: not sent unless you press Send now`
}

/** Why what is queued stays so, in a word for its row; null where it goes out by itself. `me`: who is signed in, where known. */
export function heldWord(record: ActionRecord, me: string | null = null): 'halted' | 'kept back' | null {
  if (!isHeld(record, me)) return null
  return record.batch && record.hold !== 'collision' ? 'halted' : 'kept back'
}

/** The same as a sentence for announcements. A batch halts as a whole; kept back is one of it. */
export function heldSentence(record: ActionRecord): string | null {
  const { batch, plan } = record
  const word = heldWord(record)
  const why = holdNote(record, null)
  if (word === null || why === null) return null
  const what = [batch?.title, word === 'halted' && batch ? null : planTitle(plan)].filter(Boolean)
  return `${what.join(': ')}: ${word}, since ${why}.`
}

/** Of actions on one job, newest first, those that have not ended: "rebuild queued, cancel accepted"; else empty. */
export const underWay = (actions: readonly ActionRecord[]): string =>
  actions
    .flatMap((record) => {
      const held = heldWord(record)
      return hasEnded(record) ? [] : [`${shortVerb[record.plan.kind]} ${phaseOf(record)}`, ...(held ? [held] : [])]
    })
    .join(', ')

/** The name of a job's row: "<builder>, running", and while something is asked of it "…, cancel accepted". */
export const rowName = (builder: string, word: string, actions: readonly ActionRecord[]): string =>
  [builder, word, underWay(actions)].filter((part) => part !== '').join(', ')
