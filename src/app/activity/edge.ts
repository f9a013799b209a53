import type { ActionRecord } from '../../domain/action.ts'
import { phaseOf } from '../../domain/actionLife.ts'
import { isProblem } from './views.ts'
import styles from './Activity.module.css'

/** The edge that marks an entry in trouble: what failed, and what is not known or was kept back. `now`: milliseconds. */
export function edgeOf(action: ActionRecord, now: number): string | undefined {
  if (!isProblem(action, now)) return undefined
  const unsure = ['queued', 'accepted', 'unknown', 'not seen', 'not sent'].includes(phaseOf(action))
  return unsure ? styles['unsure'] : styles['bad']
}
