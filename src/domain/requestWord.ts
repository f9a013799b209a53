import type { SingleRequest } from '../contract/records.ts'

/**
 * How a request stands, in a word. It never shows a result (contract surprise 27); complete without ever being claimed,
 * it was cancelled before it started (surprise 30).
 */
export function requestWord(request: Pick<SingleRequest, 'complete' | 'claimed_at' | 'build_ids'>): string {
  if (request.complete === 0) return request.claimed_at > 0 ? 'running' : 'pending'
  return request.claimed_at === 0 && request.build_ids.length === 0 ? 'cancelled' : 'complete'
}
