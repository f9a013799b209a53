import type { ActionRecord, Phase } from '../domain/action.ts'
import { phaseOf } from '../domain/actionLife.ts'
import { phaseSentence, planTitle } from '../domain/actionWords.ts'
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

/** The toast for an action that has just come to stand where it does. */
export function toastOf(record: ActionRecord): Toast | null {
  const phase = phaseOf(record)
  const how = tone[phase]
  if (how === null) return null
  const text = `${planTitle(record.plan)}: ${phase}. ${phaseSentence[phase]}`
  return { id: `action-${record.id}`, text, tone: how, actionId: record.id }
}
