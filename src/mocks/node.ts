import type { Farm } from '../farm/farm.ts'
import { takeTime, toAsk, toResponse } from './exchange.ts'

/**
 * A `fetch` that a farm answers, for tests: relative addresses are taken, time is what `now` says (seconds since 1970),
 * a slow answer takes `setTimeout`, and an abort rejects as the real `fetch` does.
 */
export function farmFetch(farm: Farm, now: () => number, prefix = '/buildapi'): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input : new URL(input, 'http://farm.test')
    const request = new Request(address, init)
    request.signal.throwIfAborted()
    const ask = await toAsk(request, prefix, now())
    if (!ask) throw new TypeError(`Not for the farm: ${request.url}`)
    const answer = farm.answer(ask)
    await takeTime(answer.delay, request.signal)
    return toResponse(answer)
  }
}
