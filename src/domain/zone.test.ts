import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clock, dayAndClock, isZone, SERVER_ZONE } from './zone.ts'

/** 2015-07-16T21:03:10Z */
const MOMENT = 1_437_080_590

describe('clock', () => {
  it('shows the moment in the zone asked for', () => {
    expect(clock(MOMENT, SERVER_ZONE)).toBe('14:03:10')
    expect(clock(MOMENT, 'UTC')).toBe('21:03:10')
    expect(clock(MOMENT + 0.9, 'UTC')).toBe('21:03:10')
  })

  it('begins a day with 00, not 24', () => {
    expect(clock(0, 'UTC')).toBe('00:00:00')
  })

  it('shows the day with it', () => {
    expect(dayAndClock(MOMENT, SERVER_ZONE)).toBe('Thu 16 Jul 2015 14:03:10')
    expect(dayAndClock(0, SERVER_ZONE)).toBe('Wed 31 Dec 1969 16:00:00')
  })

  it("uses the reader's own zone without one", () => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (moment) => {
        expect(clock(moment)).toBe(clock(moment, own))
        expect(dayAndClock(moment)).toBe(dayAndClock(moment, own))
      }),
    )
  })
})

it('knows which names are zones', () => {
  expect(isZone('Europe/Berlin')).toBe(true)
  expect(isZone('Europe/Nowhere')).toBe(false)
  expect(isZone('')).toBe(false)
})
