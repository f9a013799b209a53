import type { PushPlan, Subject } from './action.ts'
import { shortRevision } from './revision.ts'

/**
 * What to ask of a whole push, ready for `proposePush`. `branch`: the short name of the address. `requestIds`: every
 * request of the push that is known, so that a cancel shows on all its rows. `priority`: of new PGO builds and nightlies;
 * left out it is 0, the server's own.
 */
export function pushPlan(
  kind: PushPlan['kind'],
  push: { branch: string; revision: string; requestIds?: readonly number[] },
  priority = 0,
): { plan: PushPlan; subject: Subject } {
  const { branch, revision, requestIds = [] } = push
  const subject = { builder: null, revision: shortRevision(revision), buildId: null, requestIds }
  if (kind === 'cancelRevision' || kind === 'newBuild') return { plan: { kind, branch, revision }, subject }
  return { plan: { kind, branch, revision, priority }, subject }
}
