import { proposeMany } from '../../actions/many.ts'
import { ask } from '../../actions/outbox.ts'
import { actionState } from '../../actions/store.ts'
import type { Job } from '../../domain/job.ts'
import { planFor } from '../../domain/propose.ts'
import type { AskOptions, Verb } from '../../domain/propose.ts'

/**
 * Asks for one thing of each of several jobs: of one as an action of its own, of more as a batch named `title`. Returns
 * the batch's id; null where there is none. `branch`: the short name of the address.
 */
export function askMany(
  verb: Verb,
  jobs: readonly Job[],
  branch: string,
  { title, ...options }: AskOptions & { title: string },
): string | null {
  const [first] = jobs
  if (first && jobs.length === 1) {
    ask(verb, first, branch, options)
    return null
  }
  const actions = actionState.getState().records
  return proposeMany(
    jobs.flatMap((job) => planFor(verb, job, branch, { ...options, actions }) ?? []),
    { title },
  )
}
