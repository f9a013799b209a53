import { failureOf } from '../contract/failure.ts'

/**
 * How often things on screen are asked, in milliseconds: as often as the server's caches can change (surprise 38). What
 * is watched is asked for wherever one is, also in a hidden tab, where nothing else is.
 */
export const EVERY = { list: 60_000, now: 30_000, single: 15_000, log: 30_000, watched: 300_000 } as const

/** What a poll depends on. Times are milliseconds since epoch. */
export type Poll = {
  /** Null: it never changes any more. */
  every: number | null
  /** When the last attempt ended, well or not; 0 before the first. */
  settledAt: number
  paused: boolean
  /** 0 to 1. */
  jitter: number
}

/** When to ask next, or null for not at all. Up to a tenth later, so that tabs and people don't ask all at once. */
export const nextPoll = ({ every, settledAt, paused, jitter }: Poll): number | null =>
  every === null || paused || settledAt === 0 ? null : Math.round(settledAt + every * (1 + jitter / 10))

/** When to ask about something watched, or null for not at all: it has ended. `lookedAt`: milliseconds. */
export const nextLook = ({ lookedAt, end }: { lookedAt: number; end: unknown }, paused: boolean): number | null =>
  nextPoll({ every: end === null ? EVERY.watched : null, settledAt: lookedAt, paused, jitter: jitterOf(lookedAt) })

/** The least wait: a tab that slept through its time asks soon, not in a burst. */
const LEAST = 1_000

/** How long to wait, in milliseconds, or false for not at all. */
export const waitUntil = (at: number | null, now: number): number | false =>
  at === null ? false : Math.max(LEAST, at - now)

/** A number from 0 to 1 that looks random and is the same whenever it is asked for the same time. */
export const jitterOf = (settledAt: number): number => (settledAt * 0.618_033_988_749) % 1

/** The state of a query, as far as polling looks at it. */
type Settled<T> = { data: T | undefined; dataUpdatedAt: number; error: unknown; errorUpdatedAt: number }

/** How often to ask by what is known; null: never again. */
export type Cadence<T> = (data: T | undefined) => number | null

/**
 * When a query is asked next. What does not exist is not asked for again by itself. Data that another tab brought may
 * have arrived there a while ago, which counts from then; the jitter is each tab's own, so that one comes first.
 */
export function nextAtOf<T extends { at: number }>(
  state: Settled<T>,
  cadence: Cadence<T>,
  paused: boolean,
): number | null {
  if (failureOf(state.error)?.kind === 'notFound') return null
  const settledAt = Math.max(state.data?.at ?? 0, state.errorUpdatedAt)
  const jitter = jitterOf(Math.max(state.dataUpdatedAt, state.errorUpdatedAt))
  return nextPoll({ every: cadence(state.data), settledAt, paused, jitter })
}
