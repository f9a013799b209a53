import type { SourceState } from '../stores/freshness.ts'

/**
 * How far what is on screen can be trusted. Times are milliseconds since epoch.
 * `waiting`: nothing has arrived yet. `still`: it never changes. `stale`: two refreshes missed. `old`: ten minutes.
 */
export type Freshness = {
  state: 'waiting' | 'still' | 'fresh' | 'stale' | 'old'
  /** When the oldest of the data arrived. */
  at: number | null
  /** When something is asked next. */
  nextAt: number | null
  /** The part of the wait until then that is left, 0 to 1. */
  share: number
  /** Since when something fails. */
  failingSince: number | null
}

const old = 10 * 60_000
/** A refresh that is merely on its way is not missed yet. */
const grace = 5_000

const least = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null)
  return known.length > 0 ? Math.min(...known) : null
}

/** Puts the sources of a page together: a page is as fresh as its oldest part. */
export function freshnessOf(sources: readonly SourceState[], now: number): Freshness {
  const arrived = sources.filter((source) => source.at !== null)
  const at = least(arrived.map((source) => source.at))
  const next = sources
    .filter((source) => source.nextAt !== null)
    .toSorted((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0))[0]
  const nextAt = next?.nextAt ?? null
  const share = next?.every && nextAt !== null ? Math.min(1, Math.max(0, (nextAt - now) / next.every)) : 0
  const failingSince = least(sources.map((source) => source.failingSince))
  const ageOf = (source: SourceState) => (source.every === null ? 0 : now - (source.at ?? now))
  const missed = arrived.some((source) => source.every !== null && ageOf(source) > 2 * source.every + grace)
  const oldest = Math.max(0, ...arrived.map(ageOf))
  const changes = sources.some((source) => source.every !== null)
  const state =
    at === null ? 'waiting' : missed && oldest >= old ? 'old' : missed ? 'stale' : changes ? 'fresh' : 'still'
  return { state, at, nextAt, share, failingSince }
}
