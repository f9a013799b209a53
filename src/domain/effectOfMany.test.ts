import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectOfMany, manyEffectWords } from './effectOfMany.ts'
import { passes } from './queuePlace.ts'
import type { Waiting } from './queuePlace.ts'

const linux = 'Ubuntu VM 12.04 x64 try opt test mochitest-1'
const windows = 'Windows 7 32-bit try opt test mochitest-1'
const waiting = (requestId: number, how: Partial<Waiting> = {}): Waiting => ({
  requestId,
  builder: linux,
  priority: 0,
  submitted: 1_000 + requestId,
  ...how,
})

describe('one priority for several', () => {
  it('says the fewest and the most that one of them passes, and never one another', () => {
    const rest = [waiting(1), waiting(2), waiting(4)]
    const owns = [waiting(3), waiting(5)]
    expect(effectOfMany(owns, 1, [...rest, ...owns])).toEqual({ up: { n: 2, least: 2, most: 3 }, down: null })
  })

  it('tells those that go down from those that go up, and leaves out those that stay', () => {
    const owns = [waiting(3), waiting(5, { priority: 9 }), waiting(6, { priority: 4 })]
    const effect = effectOfMany(owns, 4, [waiting(1), waiting(2, { priority: 5 }), ...owns])
    expect(effect).toEqual({ up: { n: 1, least: 1, most: 1 }, down: { n: 1, least: 1, most: 1 } })
    expect(manyEffectWords(effect)).toBe('1 goes up: each passes 1 request; 1 goes down: each lets 1 request pass')
  })

  it('says so when nothing changes', () => {
    expect(manyEffectWords(effectOfMany([waiting(1)], 0, [waiting(1)]))).toBe('changes nothing')
  })

  it('is for one request what `passes` says of it', () => {
    const requests = fc.uniqueArray(
      fc.record({
        requestId: fc.nat(50),
        builder: fc.constantFrom(linux, windows, 'somebody elses builder'),
        priority: fc.option(fc.integer({ min: -2, max: 2 })),
        submitted: fc.nat(5),
      }),
      { selector: ({ requestId }) => requestId, minLength: 1 },
    )
    fc.assert(
      fc.property(requests, fc.integer({ min: -3, max: 3 }), ([own, ...rest], priority) => {
        if (!own) return
        const { direction, least, most } = passes(own, priority, rest)
        const { up, down } = effectOfMany([own], priority, [own, ...rest])
        const way = { n: 1, least, most }
        expect({ up, down }).toEqual({
          up: direction === 'up' ? way : null,
          down: direction === 'down' ? way : null,
        })
      }),
    )
  })
})
