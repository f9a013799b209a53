import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantile, usualOf } from './usual.ts'

describe('usualOf', () => {
  it('tells the median and the ninth tenth, in any order', () => {
    expect(usualOf([50, 10, 40, 20, 30])).toEqual({ p50: 30, p90: 46, n: 5 })
    expect(usualOf(Array.from({ length: 101 }, (_, i) => i))).toEqual({ p50: 50, p90: 90, n: 101 })
  })

  it('says nothing under five known ones', () => {
    expect(usualOf([1, 2, 3, 4])).toBeNull()
    expect(usualOf([1, 2, 3, 4, Number.NaN])).toBeNull()
    expect(usualOf([])).toBeNull()
  })

  it('stays inside the sample, the median first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 5 }), (sample) => {
        const usual = usualOf(sample)
        expect(usual?.n).toBe(sample.length)
        expect(usual?.p50).toBeGreaterThanOrEqual(Math.min(...sample))
        expect(usual?.p90).toBeGreaterThanOrEqual(usual?.p50 ?? Number.NaN)
        expect(usual?.p90).toBeLessThanOrEqual(Math.max(...sample))
      }),
    )
  })
})

it('quantile of one is that one, of none is NaN', () => {
  expect(quantile([7], 0.9)).toBe(7)
  expect(quantile([], 0.5)).toBeNaN()
})
