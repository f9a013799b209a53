import type { ActionRecord, Phase } from '../domain/action.ts'
import { phaseOf } from '../domain/actionLife.ts'
import { phaseSentence, planTitle, standingNote } from '../domain/actionWords.ts'
import { showToast } from '../stores/toasts.ts'
import type { Toast } from '../stores/toasts.ts'

/** How each phase is announced; null where the row and the drawer say enough. */
const tone: Record<Phase, Toast['tone'] | null> = {
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

/**
 * Shows the toast for an action that has just come to stand where it does, or is kept back. `now`: milliseconds. Of a
 * batch only what goes wrong is announced, in one toast for all of it: the place where it was asked tells the rest.
 */
export function announceAction(record: ActionRecord, now: number): void {
  const { plan, batch, hold } = record
  const phase = phaseOf(record)
  const how = hold === null ? tone[phase] : 'error'
  // Stopped by a press, which needs no telling.
  if (how === null || hold === 'stopped' || (batch && how !== 'error')) return
  const what = batch ? `${batch.title}: ${planTitle(plan)}` : planTitle(plan)
  const why = hold === null ? phaseSentence[phase] : standingNote(record, now)
  showToast({
    id: `action-${batch?.id ?? record.id}`,
    text: `${what}: ${phase}. ${why}`,
    tone: how,
    actionId: record.id,
  })
}
