import type { ActionRecord, Phase } from '../domain/action.ts'
import { phaseOf } from '../domain/actionLife.ts'
import { heldSentence, phaseSentence, planTitle } from '../domain/actionWords.ts'
import { latestOfBatch } from '../domain/batch.ts'
import { dismissToast, showToast, toasts } from '../stores/toasts.ts'
import type { Toast } from '../stores/toasts.ts'
import { actionState } from './store.ts'

/** How each phase is announced; null where the row and the drawer say enough. */
const toneOf: Record<Phase, Toast['tone'] | null> = {
  queued: 'info',
  sent: null,
  accepted: 'info',
  'acted on': null,
  seen: 'good',
  undone: 'info',
  'not sent': 'error',
  failed: 'error',
  'never handed over': 'error',
  unknown: 'error',
  'nothing to do': 'info',
  refused: 'error',
  'not seen': 'error',
}

/** Puts away the errors that were told of some actions: they are so no more. */
function takeBack(actions: readonly ActionRecord['again'][]): void {
  const told = ({ tone, actionId }: Toast) => tone === 'error' && actionId !== null && actions.includes(actionId)
  for (const { id } of toasts.getState().filter(told)) dismissToast(id)
}

/** How it is announced; what was stopped by a press needs no telling. */
const howTold = (record: ActionRecord): Toast['tone'] | null =>
  record.hold === 'stopped' ? null : heldSentence(record) !== null ? 'error' : toneOf[phaseOf(record)]

const toastOf = ({ batch, id }: ActionRecord): Toast['id'] => `action-${batch?.id ?? id}`

function tell(record: ActionRecord, tone: Toast['tone']): void {
  const { plan, batch, id } = record
  const phase = phaseOf(record)
  const what = batch ? `${batch.title}: ${planTitle(plan)}` : planTitle(plan)
  showToast({
    id: toastOf(record),
    text: heldSentence(record) ?? `${what}: ${phase}. ${phaseSentence[phase]}`,
    tone,
    actionId: id,
  })
}

/**
 * Shows the toast for an action that has just come to stand where it does, or is kept back, and takes back what was told
 * of it before, or of the one it asks for anew. Of a batch only what goes wrong is announced, in one toast for all of it,
 * which stays while anything of it stands wrong: the place where it was asked tells the rest. `records`: all actions.
 */
export function announceAction(record: ActionRecord, records = actionState.getState().records): void {
  const how = howTold(record)
  if (record.batch && how !== 'error') return reviewBatch(record, records)
  takeBack(how === 'error' ? [record.again] : [record.id, record.again])
  if (how !== null) tell(record, how)
}

/** What a batch's toast tells may be so no more; then it tells of another that went wrong, or goes. */
function reviewBatch(record: ActionRecord, records: readonly ActionRecord[]): void {
  const shown = toasts.getState().find(({ id }) => id === toastOf(record))
  if (!shown || !record.batch) return
  const wrong = latestOfBatch(records, record.batch.id).filter((one) => howTold(one) === 'error')
  if (wrong.some(({ id }) => id === shown.actionId)) return
  const [next] = wrong
  if (next) tell(next, 'error')
  else dismissToast(shown.id)
}
