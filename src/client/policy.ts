import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, DelegateBackoff, handleType, retry } from 'cockatiel'
import type { CircuitBreakerPolicy } from 'cockatiel'
import type { EndpointGroup, EndpointName } from '../contract/routes.ts'
import { ApiError, isTransient } from '../contract/failure.ts'
import type { Outcome } from './exchange.ts'
import type { HealthKeeper } from './health.ts'

const TRIES = 3
/** ms: the longest we wait between two tries, also when the server asks for more (then we give up instead). */
const LONGEST_WAIT = 30_000
const FAILURES_TO_REST = 5
/** ms: how long a group rests before one call may try it. */
export const REST = 15_000

/** Runs the tries of one read. */
export type ReadPolicy = <T>(
  name: EndpointName,
  group: EndpointGroup,
  attempt: () => Promise<Outcome<T>>,
) => Promise<Extract<Outcome<T>, { ok: true }>>

/**
 * The policy of reads: up to three tries of what is worth asking again, after a wait spread evenly over
 * 0 to 1 s, then 0 to 2 s (full jitter: a farm's dashboards must not come back all at once), and a breaker per group.
 * Writes never pass here: each is one fetch and no more.
 */
export function createReadPolicy(random: () => number, health: HealthKeeper): ReadPolicy {
  const breakers = new Map<EndpointGroup, CircuitBreakerPolicy>()
  const breakerOf = (group: EndpointGroup): CircuitBreakerPolicy => {
    const known = breakers.get(group)
    if (known) return known
    const made = circuitBreaker(handleType(ApiError), {
      halfOpenAfter: REST,
      breaker: new ConsecutiveBreaker(FAILURES_TO_REST),
    })
    made.onBreak(() => health.set(group, 'resting'))
    made.onHalfOpen(() => health.set(group, 'trying'))
    made.onReset(() => health.set(group, 'well'))
    breakers.set(group, made)
    return made
  }

  return async (name, group, attempt) => {
    let error: ApiError | null = null
    let retryAfter = 0
    const tries = retry(
      handleType(ApiError, () => retryAfter <= LONGEST_WAIT),
      {
        maxAttempts: TRIES - 1,
        backoff: new DelegateBackoff(({ attempt: n }) =>
          Math.max(retryAfter, random() * Math.min(LONGEST_WAIT, 1000 * 2 ** (n - 1))),
        ),
      },
    )
    // Only what is transient is thrown inside: a 404 is an answer of a healthy server, and ends a run of failures.
    const once = async () => {
      const outcome = await attempt()
      if (outcome.ok || !isTransient(outcome.error.kind)) return outcome
      error = outcome.error
      retryAfter = outcome.retryAfter
      throw outcome.error
    }
    try {
      const outcome = await tries.execute(() => breakerOf(group).execute(once))
      if (outcome.ok) return outcome
      throw outcome.error
    } catch (thrown) {
      if (!(thrown instanceof BrokenCircuitError)) throw thrown
      throw error ?? new ApiError({ kind: 'resting', endpoint: name, status: null, detail: RESTING })
    }
  }
}

const RESTING = 'Not asked: the last answers failed, so this part of the server is left alone for a few seconds.'
