import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backtest, expectedStart, timesInTen } from './expectedStart.ts'
import type { Wait } from './expectedStart.ts'

const wait = (submitted: number, seconds: number, builder = 'a'): Wait => ({
  builder,
  submitted,
  claimed: submitted + seconds,
})
const own = { builder: 'a', submitted: 10_000 }
const tens = [10, 20, 30, 40, 50].map((seconds, at) => wait(at * 1_000, seconds))

describe('expected start', () => {
  it('goes from half of the waits to nine in ten, from the submit time on', () => {
    expect(expectedStart(own, tens, 10_000)).toEqual({ from: 10_030, to: 10_046, overdue: false, n: 5 })
  })

  it('is never in the past, and is given up beyond nine in ten', () => {
    expect(expectedStart(own, tens, 10_040)).toMatchObject({ from: 10_040, to: 10_046, overdue: false })
    expect(expectedStart(own, tens, 10_060)).toMatchObject({ overdue: true })
  })

  it('says nothing from fewer than five waits of this very builder', () => {
    expect(expectedStart(own, [...tens.slice(1), wait(0, 9, 'b')], 10_000)).toBeNull()
  })
})

describe('its track record', () => {
  it('predicts each from what was known before it', () => {
    const calm = Array.from({ length: 12 }, (_, at) => wait(at * 1_000, 60))
    expect(backtest(calm)).toEqual({ n: 7, right: 7, early: { n: 0, by: 0 }, late: { n: 0, by: 0 } })
    const jump = [...calm.slice(0, 10), wait(10_000, 1), wait(11_000, 600)]
    expect(backtest(jump)).toEqual({ n: 7, right: 5, early: { n: 1, by: 59 }, late: { n: 1, by: 540 } })
  })

  it('does not know waits that had not ended yet', () => {
    expect(backtest(Array.from({ length: 40 }, (_, at) => wait(at, 5_000)))).toBeNull()
  })

  it('is not told from fewer than five predictions', () => {
    expect(backtest(Array.from({ length: 9 }, (_, at) => wait(at * 1_000, 60)))).toBeNull()
    expect(backtest([])).toBeNull()
  })

  const history = fc.array(
    fc.record({
      at: fc.nat(50_000),
      seconds: fc.integer({ min: 1, max: 2_000 }),
      builder: fc.constantFrom('a', 'b', 'c'),
    }),
    { maxLength: 120 },
  )
  const waitsOf = (drawn: { at: number; seconds: number; builder: string }[]) =>
    drawn.map(({ at, seconds, builder }) => wait(at, seconds, builder))

  it('agrees with predicting one by one', () => {
    fc.assert(
      fc.property(history, fc.constantFrom(0.1, 0.5), (drawn, low) => {
        const bounds = { low, high: 0.9 }
        const waits = waitsOf(drawn)
        const record = { n: 0, right: 0, early: 0, late: 0 }
        const off: number[] = []
        for (const one of waits) {
          const known = waits.filter(({ claimed }) => claimed <= one.submitted)
          const range = expectedStart(one, known, one.submitted, bounds)
          if (!range) continue
          record.n += 1
          if (one.claimed > range.to + 1e-6) {
            record.late += 1
            off.push(one.claimed - range.to)
          } else if (one.claimed < range.from - 1e-6) record.early += 1
          else record.right += 1
        }
        const { n, right } = record
        const found = backtest(waits, bounds)
        const early = { n: record.early }
        const late = { n: record.late }
        if (n < 5) expect(found).toBeNull()
        else expect(found).toMatchObject({ n, right, early, late })
        if (found && off.length > 0) {
          expect(off.filter((seconds) => seconds <= found.late.by + 1e-6).length).toBeGreaterThanOrEqual(off.length / 2)
          expect(off.filter((seconds) => seconds >= found.late.by - 1e-6).length).toBeGreaterThanOrEqual(off.length / 2)
        }
      }),
    )
  })
})

describe('times in ten', () => {
  it.each([
    [8, 10, 8],
    [10, 10, 10],
    [199, 200, 9],
    [1, 200, 1],
    [0, 7, 0],
  ])('%i of %i is %i', (part, n, tenths) => {
    expect(timesInTen(part, n)).toBe(tenths)
  })
})
