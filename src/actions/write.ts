import type { WriteName } from '../contract/routes.ts'
import { failureOf } from '../contract/failure.ts'
import type { Failure } from '../contract/failure.ts'
import type { Plan } from '../domain/action.ts'
import type { LifeEvent } from '../domain/actionLife.ts'
import type { ActionClient } from './ports.ts'

/** A plan with nothing left to look up. */
export type ReadyPlan = Plan & { priority?: number }

const endpointOf = {
  cancelBuild: 'cancelBuild',
  cancelRequest: 'cancelRequest',
  rebuildBuild: 'rebuildBuild',
  rebuildRequest: 'rebuildRequest',
  reprioritize: 'reprioritize',
  cancelRevision: 'cancelRevision',
  newBuild: 'newBuild',
  newPgoBuild: 'newPgoBuild',
  newNightly: 'newNightly',
  newBuildForBuilder: 'newBuildForBuilder',
} as const satisfies Record<Plan['kind'], WriteName>

function write(client: ActionClient, plan: ReadyPlan): Promise<{ job: number }> {
  const { branch } = plan
  switch (plan.kind) {
    case 'cancelBuild':
      return client.write('cancelBuild', { branch, build_id: plan.buildId })
    case 'cancelRequest':
      return client.write('cancelRequest', { branch, request_id: plan.requestId })
    case 'rebuildBuild': {
      const { buildId, count, priority } = plan
      return client.write('rebuildBuild', { branch, build_id: buildId, count, priority })
    }
    case 'rebuildRequest': {
      const { requestId, count, priority } = plan
      return client.write('rebuildRequest', { branch, request_id: requestId, count, priority })
    }
    case 'reprioritize':
      return client.write('reprioritize', { branch, request_id: plan.requestId, priority: plan.priority })
    case 'cancelRevision':
    case 'newBuild':
      return client.write(plan.kind, { branch, revision: plan.revision })
    case 'newPgoBuild':
    case 'newNightly':
      return client.write(plan.kind, { branch, revision: plan.revision, priority: plan.priority })
    case 'newBuildForBuilder': {
      const { builder, revision, priority } = plan
      return client.write('newBuildForBuilder', { branch, builder, revision, priority })
    }
  }
}

/** The failure of anything a call threw; what is none of the client's own tells nothing of the server. */
const asFailure = (thrown: unknown, endpoint: Failure['endpoint']): Failure =>
  failureOf(thrown) ?? { kind: 'contract', endpoint, status: null, detail: String(thrown) }

/** Puts a plan on the wire, once, and says what came of it. Never rejects. */
export async function writeOnce(client: ActionClient, plan: ReadyPlan, now: () => number): Promise<LifeEvent> {
  try {
    const { job } = await write(client, plan)
    return { type: 'accepted', job, at: now() }
  } catch (thrown) {
    return { type: 'answered', failure: asFailure(thrown, endpointOf[plan.kind]), at: now() }
  }
}

type Rebuild = Extract<Plan, { count: number }>
const lacksPriority = (plan: Plan): plan is Rebuild => 'count' in plan && plan.priority === null

/**
 * Looks up the original's priority where the plan wants it kept and the list did not tell it: left out, the server
 * would make it 0. Never rejects; a failure means that the plan must not be sent.
 */
export async function prepare(client: ActionClient, plan: Plan): Promise<{ plan: ReadyPlan } | { failure: Failure }> {
  if (!lacksPriority(plan)) return { plan }
  try {
    return { plan: { ...plan, priority: await originalPriority(client, plan) } }
  } catch (thrown) {
    return { failure: asFailure(thrown, plan.kind === 'rebuildBuild' ? 'build' : 'request') }
  }
}

async function originalPriority(client: ActionClient, plan: Rebuild): Promise<number> {
  const { branch } = plan
  if ('requestId' in plan) {
    const { value } = await client.read('request', { branch, request_id: plan.requestId })
    return value.priority
  }
  const { value } = await client.read('build', { branch, build_id: plan.buildId })
  return value.requests[0]?.priority ?? 0
}
