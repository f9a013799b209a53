import type { ActionRecord, PushPlan, Subject } from '../domain/action.ts'
import { installedOutbox } from './outbox.ts'

/**
 * Asks for something of a whole push (`domain/pushPlan.ts` makes both); beside `outbox.ts`, so that it is loaded where
 * it is needed. The same cancel asked while one is open gives the record that is there. Returns the record's id.
 */
export const proposePush = (plan: PushPlan, subject: Subject): ActionRecord['id'] =>
  installedOutbox().propose(plan, subject)
