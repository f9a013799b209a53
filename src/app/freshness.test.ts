import { describe, expect, it } from 'vitest'
import type { SourceState } from '../stores/freshness.ts'
import { freshnessOf } from './freshness.ts'

const minute = 60_000
const source = (given: Partial<SourceState> = {}): SourceState => ({
  at: 0,
  failure: null,
  failingSince: null,
  nextAt: minute,
  every: minute,
  ...given,
})

describe('freshness of a page', () => {
  it('is waiting until something has arrived', () => {
    expect(freshnessOf([], 0).state).toBe('waiting')
    expect(freshnessOf([source({ at: null })], 20 * minute).state).toBe('waiting')
  })

  it('is stale after two missed refreshes, not after one', () => {
    expect(freshnessOf([source()], minute + 30_000).state).toBe('fresh')
    expect(freshnessOf([source()], 2 * minute + 6_000).state).toBe('stale')
  })

  it('is old from ten minutes', () => {
    expect(freshnessOf([source()], 10 * minute - 1).state).toBe('stale')
    expect(freshnessOf([source()], 10 * minute).state).toBe('old')
  })

  it('is not stale at ten minutes where it is asked only every ten', () => {
    expect(freshnessOf([source({ every: 10 * minute })], 11 * minute).state).toBe('fresh')
  })

  it('is that of the oldest part, which tells the time too', () => {
    const page = freshnessOf([source({ at: 9 * minute }), source({ at: 1 * minute })], 9 * minute)
    expect(page).toMatchObject({ state: 'stale', at: 1 * minute })
  })

  it('never ages where nothing changes any more', () => {
    expect(freshnessOf([source({ every: null, nextAt: null })], 100 * minute).state).toBe('still')
  })

  it('counts down to whatever is asked next', () => {
    const page = freshnessOf([source({ nextAt: 40_000 }), source({ nextAt: 25_000, every: 30_000 })], 10_000)
    expect(page).toMatchObject({ nextAt: 25_000, share: 0.5 })
  })
})
