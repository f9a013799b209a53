import { describe, expect, it } from 'vitest'
import { queuePlace } from './queuePlace.ts'
import type { Waiting } from './queuePlace.ts'
import { lastClaim, waitWords, whyWaiting } from './whyWaiting.ts'

const builder = 'Windows 7 32-bit try opt test reftest'
const waiting = (requestId: number, how: Partial<Waiting> = {}): Waiting => ({
  requestId,
  builder,
  priority: 0,
  submitted: 1_000,
  ...how,
})
const own = waiting(5)
const why = (others: Waiting[], now: number, claimed: number | null) =>
  whyWaiting(own, queuePlace(own, others), { now, claimed }).map(waitWords)

describe('why a request waits', () => {
  it('says in the first minute who is ahead, and how young it is; nothing that is not known', () => {
    expect(why([waiting(1, { priority: 9 })], 1_042, null)).toEqual([
      '1 ahead of it for the same machines',
      '1 of them has priority 9 or higher, this has 0',
      'Submitted 42 s ago',
    ])
    expect(why([], 990, null)).toEqual(['It is next for the same machines', 'Submitted 0 s ago'])
  })

  it('names a stand-still first, then who is ahead, then its own priority', () => {
    const others = [
      waiting(1),
      waiting(2, { priority: 2 }),
      waiting(3, { priority: 4 }),
      waiting(4, { priority: null }),
    ]
    expect(why(others, 3_000, 2_280)).toEqual([
      'Nothing of this kind was claimed for 12 m 00 s',
      '3 to 4 ahead of it for the same machines',
      '2 of them have priority 2 or higher, this has 0',
    ])
  })

  it('does not call it a stand-still for longer than it has waited itself, or where no claim is known', () => {
    expect(why([], 1_400, 100)).toEqual(['Nothing of this kind was claimed for 6 m 40 s'])
    expect(why([waiting(1)], 9_000, null)).toEqual(['1 ahead of it for the same machines'])
    expect(why([waiting(1)], 9_000, 8_900)).toEqual(['1 ahead of it for the same machines'])
  })

  it('says so when it is next', () => {
    expect(why([], 1_100, 1_090)).toEqual(['It is next for the same machines'])
  })

  it('knows the last claim of the same machines, whatever the branch', () => {
    const claims = new Map([
      ['Windows 7 32-bit fx-team talos tp5o', 700],
      [builder, 500],
      ['Windows XP 32-bit try opt test reftest', 900],
    ])
    expect(lastClaim(builder, claims)).toBe(700)
    expect(lastClaim(builder, new Map())).toBeNull()
  })
})
