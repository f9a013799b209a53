import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clampDay, dayStart, serverDay, shiftDay } from './serverDay.ts'

const seconds = (iso: string) => Date.parse(iso) / 1_000
const zones = fc.constantFrom(
  'America/Los_Angeles',
  'UTC',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
)
const moments = fc.integer({ min: seconds('2000-01-02T00:00:00Z'), max: seconds('2035-01-01T00:00:00Z') })
const days = moments.map((moment) => serverDay(moment, 'UTC'))

describe('serverDay', () => {
  it('is the day in US/Pacific unless told otherwise', () => {
    expect(serverDay(seconds('2026-11-22T07:59:59Z'))).toBe('2026-11-21')
    expect(serverDay(seconds('2026-11-22T08:00:00Z'))).toBe('2026-11-22')
    expect(serverDay(seconds('2026-11-22T07:59:59Z'), 'UTC')).toBe('2026-11-22')
  })
})

describe('dayStart', () => {
  it.each([
    ['2026-11-22', '2026-11-22T08:00:00Z'],
    ['2026-07-04', '2026-07-04T07:00:00Z'],
    ['2026-03-08', '2026-03-08T08:00:00Z'],
    ['2026-03-09', '2026-03-09T07:00:00Z'],
    ['2026-11-01', '2026-11-01T07:00:00Z'],
    ['2026-11-02', '2026-11-02T08:00:00Z'],
  ])('of %s in US/Pacific is %s, also around the days when clocks change', (day, iso) => {
    expect(dayStart(day)).toBe(seconds(iso))
  })

  it('is the first second there is, where midnight was left out', () => {
    expect(dayStart('2018-11-04', 'America/Sao_Paulo')).toBe(seconds('2018-11-04T03:00:00Z'))
  })

  it('is the second at which the date turns', () => {
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        const start = dayStart(day, zone)
        expect(serverDay(start, zone)).toBe(day)
        expect(serverDay(start - 1, zone)).toBe(shiftDay(day, -1))
      }),
    )
  })

  it('has each moment between the start of its day and the next', () => {
    fc.assert(
      fc.property(moments, zones, (moment, zone) => {
        const day = serverDay(moment, zone)
        expect(dayStart(day, zone)).toBeLessThanOrEqual(moment)
        expect(dayStart(shiftDay(day, 1), zone)).toBeGreaterThan(moment)
      }),
    )
  })
})

describe('clampDay', () => {
  const today = '2026-11-22'

  it.each(['2026-11-22', '2026-11-21', '2024-02-29', '2015-07-16'])('keeps %s', (day) => {
    expect(clampDay(day, today)).toBe(day)
  })

  it.each([
    null,
    '',
    'yesterday',
    '2026-11-23',
    '9999-12-31',
    '2026-02-30',
    '2026-13-01',
    '26-11-22',
    '0001-01-01',
    ' 2026-11-21',
  ])('takes today for %s', (text) => {
    expect(clampDay(text, today)).toBe(today)
  })

  it('never answers a day after today', () => {
    fc.assert(
      fc.property(fc.oneof(days, fc.string()), (text) => {
        expect(clampDay(text, today) <= today).toBe(true)
      }),
    )
  })
})

describe('shiftDay', () => {
  it('walks over months, years and changes of the clock', () => {
    expect(shiftDay('2026-03-08', 1)).toBe('2026-03-09')
    expect(shiftDay('2026-01-01', -1)).toBe('2025-12-31')
    expect(shiftDay('2024-02-28', 2)).toBe('2024-03-01')
  })

  it('comes back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (day, by) => {
        expect(shiftDay(shiftDay(day, by), -by)).toBe(day)
      }),
    )
  })
})
