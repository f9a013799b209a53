import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { age, ago, count, duration } from './duration.ts'

describe('duration', () => {
  it.each([
    [0, '0 s'],
    [42, '42 s'],
    [42.9, '42 s'],
    [60, '1 m 00 s'],
    [432, '7 m 12 s'],
    [3_599, '59 m 59 s'],
    [3_900, '1 h 05 m'],
    [86_399, '23 h 59 m'],
    [183_600, '2 d 3 h'],
    [-5, '0 s'],
    [Number.NaN, '0 s'],
  ])('%d seconds is %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text)
  })

  it('never shows a longer time as a shorter one', () => {
    const length = { s: 1, m: 60, h: 3_600, d: 86_400 } as const
    const back = (text: string) =>
      [...text.matchAll(/(\d+) ([smhd])/g)].reduce((sum, [, n, unit]) => {
        const seconds = Object.entries(length).find(([name]) => name === unit)?.[1] ?? Number.NaN
        return sum + Number(n) * seconds
      }, 0)
    fc.assert(
      fc.property(fc.nat(10_000_000), (seconds) => {
        const shown = back(duration(seconds))
        expect(shown).toBeLessThanOrEqual(seconds)
        expect(seconds - shown).toBeLessThan(seconds < 3_600 ? 1 : seconds < 86_400 ? 60 : 3_600)
      }),
    )
  })
})

describe('age', () => {
  it.each([
    [-3, '0 s', 'just now'],
    [42, '42 s', '42 s ago'],
    [2_530, '42 m', '42 m ago'],
    [4_800, '1 h 20 m', '1 h 20 m ago'],
    [86_399, '23 h 59 m', '23 h 59 m ago'],
    [86_400, null, null],
    [Number.NaN, null, null],
  ])('of %d seconds is %s', (seconds, old, since) => {
    expect(age(seconds)).toBe(old)
    expect(ago(seconds)).toBe(since)
  })
})

it('counts have thousands separators', () => {
  expect(count(26_700)).toBe('26,700')
  expect(count(999)).toBe('999')
})
