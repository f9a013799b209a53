import { timeout, TimeoutStrategy } from 'cockatiel'
import type { EndpointName } from '../contract/routes.ts'
import { ApiError } from '../contract/failure.ts'
import { refuseByStatus } from './answer.ts'
import type { WireRequest } from './request.ts'

/** When an answer was asked for and when it came, in ms since 1970 by our clock; and the server's, in seconds. */
export type Stamp = { sentAt: number; at: number; serverTime: number | null }

/** One answer: what it gave, or why not. `retryAfter` is what the server asks us to wait, in ms. */
export type Outcome<T> = { ok: true; value: T; stamp: Stamp } | { ok: false; error: ApiError; retryAfter: number }

export type Wire = { fetch: typeof fetch; now: () => number }

/**
 * One `fetch` and the reading of its body, within `limit` ms. Everything that can go wrong becomes an outcome,
 * except an abort by `signal`, which is thrown as it came.
 */
export async function exchange<T>(
  wire: Wire,
  name: EndpointName,
  request: WireRequest,
  take: (response: Response) => Promise<T>,
  limit: number,
  signal?: AbortSignal,
): Promise<Outcome<T>> {
  signal?.throwIfAborted()
  const sentAt = wire.now()
  let retryAfter = 0
  let late = false
  // Aggressive: a fetch that ignores its signal must not hold the page.
  const within = timeout(limit, TimeoutStrategy.Aggressive)
  within.onTimeout(() => {
    late = true
  })
  try {
    return await within.execute(async (context): Promise<Outcome<T>> => {
      const response = await wire.fetch(request.url, { ...request.init, signal: context.signal })
      retryAfter = retryAfterOf(response, wire.now())
      await refuseByStatus(name, response)
      const value = await take(response)
      return { ok: true, value, stamp: { sentAt, at: wire.now(), serverTime: serverTimeOf(response) } }
    }, signal)
  } catch (thrown) {
    signal?.throwIfAborted()
    if (thrown instanceof ApiError) return { ok: false, error: thrown, retryAfter }
    const detail = late ? `No answer within ${limit / 1000} s.` : 'The connection could not be made, or it broke.'
    const error = new ApiError({ kind: late ? 'timeout' : 'offline', endpoint: name, status: null, detail })
    return { ok: false, error, retryAfter: 0 }
  }
}

/** The server's clock as its `Date` header tells it, in seconds since 1970. */
function serverTimeOf(response: Response): number | null {
  const date = Date.parse(response.headers.get('Date') ?? '')
  return Number.isNaN(date) ? null : date / 1000
}

/** `Retry-After` in ms: seconds or a date; 0 when there is none. */
function retryAfterOf(response: Response, now: number): number {
  const text = response.headers.get('Retry-After')?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000
  const date = Date.parse(text)
  return Number.isNaN(date) ? 0 : Math.max(0, date - now)
}
