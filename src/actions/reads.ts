import type { ListRequest, PendingNow, RunningNow, SingleRequest } from '../contract/records.ts'
import type { MadeRequest } from '../domain/seenRule.ts'
import type { ActionClient, Clock } from './ports.ts'

/** Milliseconds for which many actions share one reading of a list. */
const SHARED = 5_000

const toMade = (request: ListRequest | SingleRequest): MadeRequest => ({
  requestId: request.request_id,
  builder: request.buildername,
  revision: request.revision,
  submitted: request.submittime,
  reason: request.reason,
})

/** The farm's data as the follower reads them: one reading for all actions that look at the same place. */
export type Reads = {
  now: (branch: string) => Promise<{ pending: PendingNow; running: RunningNow }>
  /** Looks up at most `limit` requests that are not known yet. Nothing of what is known of a request ever changes. */
  learnRequests: (branch: string, ids: readonly number[], limit: number) => Promise<void>
  /** Everything of a revision, up to 120 s late (surprise 38). */
  learnPush: (branch: string, revision: string) => Promise<void>
  /** Every request learnt so far. */
  requests: () => readonly MadeRequest[]
}

/** `crowded`: so many actions are followed that they share what was read a moment ago. */
export function createReads(client: ActionClient, clock: Clock, crowded: () => boolean): Reads {
  const known = new Map<number, MadeRequest>()
  const kept = new Map<string, { at: number; value: Promise<unknown> }>()

  function shared<T>(key: string, read: () => Promise<T>): Promise<T> {
    const last = kept.get(key)
    // Only `read` of the same key puts anything there, so it is of the type that it gives.
    if (last && crowded() && clock.now() - last.at < SHARED) return last.value as Promise<T>
    const value = read()
    kept.set(key, { at: clock.now(), value })
    // What could not be read is not shared.
    value.catch(() => kept.delete(key))
    return value
  }

  return {
    now: (branch) =>
      shared(`now ${branch}`, async () => {
        const [pending, running] = await Promise.all([
          client.read('pending', { branch }),
          client.read('running', { branch }),
        ])
        return { pending: pending.value, running: running.value }
      }),
    async learnRequests(branch, ids, limit) {
      for (const id of ids.filter((one) => !known.has(one)).slice(0, limit)) {
        const { value } = await client.read('request', { branch, request_id: id })
        known.set(id, toMade(value))
      }
    },
    learnPush: (branch, revision) =>
      shared(`push ${branch} ${revision}`, async () => {
        const { value } = await client.read('push', { branch, revision })
        for (const row of value) {
          for (const request of 'build_id' in row ? row.requests : [row]) known.set(request.request_id, toMade(request))
        }
      }),
    requests: () => [...known.values()],
  }
}
