import type { Job } from './model.ts'
import { mix, rollBetween } from './prng.ts'
import { firstJobId, schedule } from './world.ts'
import type { World } from './world.ts'

/** What an action asks for, as the log keeps it (contract, "Jobs (writes)"). */
export type Errand =
  | { action: 'reprioritize'; what: { brid: number; priority: number } }
  | { action: 'cancel_request'; what: { brid: number } }
  | { action: 'cancel_build'; what: { bid: number } }
  | { action: 'cancel_revision'; what: { branch: string; revision: string } }
  | { action: 'rebuild_build'; what: { bid: number; priority: number; count: number } }
  | { action: 'rebuild_request'; what: { brid: number; priority: number; count: number } }
  | { action: 'new_build_at_revision'; what: { branch: string; revision: string } }
  | { action: 'new_pgobuild_at_revision'; what: { branch: string; revision: string; priority: number } }
  | { action: 'new_nightly_at_revision'; what: { branch: string; revision: string; priority: number } }
  | {
      action: 'new_build_for_builder'
      what: {
        branch: string
        revision: string
        builder_name: string
        priority: number
        properties: Record<string, unknown>
        files: unknown[]
      }
    }

/** Writes the action into the log; unless it is lost on the way, the agent takes it up 3 to 9 s later. */
export function logJob(world: World, errand: Errand, who: string, lost = false): Job {
  const job: Job = {
    id: firstJobId + world.jobs.length,
    errand,
    who,
    when: Math.floor(world.now),
    completedAt: null,
    errors: false,
    msg: '',
  }
  world.jobs.push(job)
  const handedOver = !lost && world.now < (world.brokerDownFrom ?? Infinity)
  const at = job.when + rollBetween(mix(world.seed, job.id), 1, 3, 9)
  if (handedOver && at < (world.agentDeadFrom ?? Infinity)) schedule(world, at, { kind: 'act', job })
  return job
}

/** The agent's answer, `complete_data.body`. */
export type Words = { errors: boolean; msg: string }
export const said = (msg: string): Words => ({ errors: false, msg })
export const failed = (msg: string): Words => ({ errors: true, msg })
