import type { PushPlan, Subject } from './action.ts'
import { shortRevision } from './revision.ts'

type Push = { branch: string; revision: string; requestIds?: readonly number[] }

const subjectOf = ({ revision, requestIds = [] }: Push, builder: string | null): Subject => ({
  builder,
  revision: shortRevision(revision),
  buildId: null,
  requestIds,
})

/**
 * What to ask of a whole push, ready for `proposePush`. `branch`: the short name of the address. `requestIds`: every
 * request of the push that is known, so that a cancel shows on all its rows. `priority`: of new PGO builds and nightlies;
 * left out it is 0, the server's own.
 */
export function pushPlan(
  kind: Exclude<PushPlan['kind'], 'newBuildForBuilder'>,
  push: Push,
  priority = 0,
): { plan: PushPlan; subject: Subject } {
  const { branch, revision } = push
  const subject = subjectOf(push, null)
  if (kind === 'cancelRevision' || kind === 'newBuild') return { plan: { kind, branch, revision }, subject }
  return { plan: { kind, branch, revision, priority }, subject }
}

/** One more job of a builder at a revision, whether or not the push has one yet. Its runs are asked for one by one. */
export function jobPlan(
  builder: string,
  push: { branch: string; revision: string },
  priority: number,
): { plan: PushPlan; subject: Subject } {
  const { branch, revision } = push
  return {
    plan: { kind: 'newBuildForBuilder', branch, revision, builder, priority },
    subject: subjectOf(push, builder),
  }
}
