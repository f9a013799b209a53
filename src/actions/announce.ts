import type { ActionRecord, Phase } from '../domain/action.ts'
import { phaseOf } from '../domain/actionLife.ts'
import { heldSentence, phaseSentence, planTitle } from '../domain/actionWords.ts'
import { dismissToast, showToast, toasts } from '../stores/toasts.ts'
import type { Toast } from '../stores/toasts.ts'

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

/**
 * Shows the toast for an action that has just come to stand where it does, or is kept back, and takes back what was told
 * of it before, or of the one it asks for anew. Of a batch only what goes wrong is announced, in
 * one toast for all of it: the place where it was asked tells the rest.
 */
export function announceAction(record: ActionRecord): void {
  const { plan, batch, hold } = record
  const phase = phaseOf(record)
  const held = heldSentence(record)
  const how = held === null ? toneOf[phase] : 'error'
  takeBack(how === 'error' ? [record.again] : [record.id, record.again])
  // Stopped by a press, which needs no telling.
  if (how === null || hold === 'stopped' || (batch && how !== 'error')) return
  const what = batch ? `${batch.title}: ${planTitle(plan)}` : planTitle(plan)
  showToast({
    id: `action-${batch?.id ?? record.id}`,
    text: held ?? `${what}: ${phase}. ${phaseSentence[phase]}`,
    tone: how,
    actionId: record.id,
  })
}
