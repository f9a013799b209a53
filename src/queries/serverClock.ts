/** Times of one answer: sent and arrived by our clock in milliseconds, and the server's clock in seconds. */
export type Stamp = { sentAt: number; at: number; serverTime: number | null }

/** How far the server's clock is ahead of ours, and how far that may be off. Milliseconds. */
export type Skew = { ahead: number; within: number }

/** A Date header is cut to whole seconds, so it is half a second later on the average, and off by as much. */
const HALF = 500

/**
 * The better of what was known and what an answer tells. Quick answers tell more exactly; one that contradicts all that
 * was known counts at once, since a clock was set.
 */
export function betterSkew(known: Skew | null, { sentAt, at, serverTime }: Stamp): Skew | null {
  if (serverTime === null) return known
  const told = { ahead: serverTime * 1000 + HALF - (sentAt + at) / 2, within: HALF + (at - sentAt) / 2 }
  if (known === null || told.within <= known.within) return told
  return Math.abs(told.ahead - known.ahead) > told.within + known.within ? told : known
}

let skew: Skew | null = null

/** Learns from an answer. */
export const noteStamp = (stamp: Stamp): void => {
  skew = betterSkew(skew, stamp)
}

/** Now by the server's clock, in milliseconds since epoch; by ours until an answer came. */
export const serverNowMs = (): number => Date.now() + (skew?.ahead ?? 0)

/** Now by the server's clock, in seconds since epoch: what farm times are compared with. */
export const serverNow = (): number => serverNowMs() / 1000
