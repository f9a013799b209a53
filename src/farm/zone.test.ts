import { describe, expect, it } from 'vitest'
import { dayAfter, dayBefore, midnight, readDate, serverDate } from './zone.ts'

describe("the server's day", () => {
  it('begins at 08:00 UTC in winter and 07:00 in summer', () => {
    expect(midnight('2026-11-22')).toBe(Date.UTC(2026, 10, 22, 8) / 1000)
    expect(midnight('2026-07-01')).toBe(Date.UTC(2026, 6, 1, 7) / 1000)
  })

  it('has 23 hours when clocks go forward and 25 when they go back', () => {
    const hours = (date: string): number => (midnight(dayAfter(date)) - midnight(date)) / 3600
    expect(hours('2026-03-08')).toBe(23)
    expect(hours('2026-11-01')).toBe(25)
    expect(hours('2026-11-02')).toBe(24)
  })

  it('belongs to its moments', () => {
    expect(serverDate(midnight('2026-11-01') - 1)).toBe('2026-10-31')
    expect(serverDate(midnight('2026-11-01'))).toBe('2026-11-01')
    expect(dayBefore('2026-03-01')).toBe('2026-02-28')
  })

  it('is read as Python reads it', () => {
    expect(readDate('2026-1-5')).toBe('2026-01-05')
    expect(readDate('2026-02-30')).toBe(null)
    expect(readDate('yesterday')).toBe(null)
  })
})
