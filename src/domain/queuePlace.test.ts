import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bear } from '../farm/birth.ts'
import type { Request } from '../farm/model.ts'
import { newPool, poolNames } from '../farm/pools.ts'
import { scenarios } from '../farm/scenarios.ts'
import { noon, one } from '../farm/testCaller.ts'
import { pendingJob } from './actionSamples.ts'
import { poolOf } from './pools.ts'
import { passes, queuePlace, waitingOf } from './queuePlace.ts'
import type { Waiting } from './queuePlace.ts'

const builder = 'Windows 7 32-bit try opt test reftest'
const waiting = (requestId: number, how: Partial<Waiting> = {}): Waiting => ({
  requestId,
  builder,
  priority: 0,
  submitted: 1_000 + requestId,
  ...how,
})

describe('place in the queue', () => {
  const own = waiting(5, { priority: 1 })
  const place = (...others: Waiting[]) => {
    const { best, worst, exact, of } = queuePlace(own, [own, ...others])
    return { best, worst, exact, of: of.most }
  }

  it('is one number where all is known: priority first, then who came first', () => {
    expect(place()).toEqual({ best: 1, worst: 1, exact: true, of: 1 })
    expect(place(waiting(1, { priority: 2 }), waiting(9, { priority: 2 }), waiting(2, { priority: 0 }))).toEqual({
      best: 3,
      worst: 3,
      exact: true,
      of: 4,
    })
    expect(place(waiting(4, { priority: 1 }), waiting(6, { priority: 1 })).best).toBe(2)
    expect(place(waiting(4, { priority: 1, submitted: 1_005 })).best).toBe(2)
  })

  it('is a range where priorities of others are not told', () => {
    expect(place(waiting(1, { priority: 2 }), waiting(2, { priority: null }), waiting(7, { priority: null }))).toEqual({
      best: 2,
      worst: 4,
      exact: false,
      of: 4,
    })
  })

  it('counts only what waits for the same machines, whatever the branch or suite', () => {
    const ahead = { priority: 9 }
    expect(place(waiting(1, { ...ahead, builder: 'Windows XP 32-bit try opt test reftest' })).best).toBe(1)
    expect(place(waiting(1, { ...ahead, builder: 'Windows 7 32-bit fx-team talos tp5o' })).best).toBe(2)
  })

  it('names who is ahead, the next first', () => {
    const others = [waiting(3, { priority: 2 }), waiting(8, { priority: 7 }), waiting(1, { priority: 2 })]
    expect(queuePlace(own, others).ahead.map(({ requestId }) => requestId)).toEqual([8, 1, 3])
  })

  it('says what another priority passes, or lets pass', () => {
    const others = [1, 2, 3, 4].map((priority) => waiting(priority, { priority }))
    expect(passes(own, 4, others)).toEqual({ direction: 'up', least: 3, most: 3 })
    expect(passes(own, 5, others)).toEqual({ direction: 'up', least: 4, most: 4 })
    expect(passes(own, 0, [waiting(9, { priority: 0 }), waiting(2, { priority: 0 })])).toEqual({
      direction: 'down',
      least: 1,
      most: 1,
    })
    expect(passes(own, 1, others)).toEqual({ direction: 'none', least: 0, most: 0 })
    expect(passes(own, 4, [waiting(2, { priority: null })])).toEqual({ direction: 'up', least: 0, most: 1 })
    const elsewhere = { builder: 'linux-x64/release/unit tests' }
    const open = [waiting(2, { ...elsewhere, priority: 9 }), waiting(3, { ...elsewhere, priority: 2 })]
    expect(passes(own, 4, open)).toEqual({ direction: 'up', least: 0, most: 1 })
  })

  it('knows a waiting request from a row', () => {
    expect(waitingOf(pendingJob())).toMatchObject({ requestId: 50, priority: 3, submitted: 900 })
    expect(waitingOf(pendingJob({ state: 'finished' }))).toBeNull()
  })
})

describe('holds against the farm', () => {
  const worlds = new Map([1, 2].map((seed) => [seed, [...bear(scenarios.calm, seed, noon).pending]]))

  /** Which one the farm's own queue of that pool would give out this request as. */
  const rank = (request: Request, all: readonly Request[], priority = request.priority): number => {
    const { queue } = newPool(one(poolNames, (name) => name === request.builder.pool.name))
    for (const other of all.filter(({ builder: { pool } }) => pool === request.builder.pool)) {
      queue.push({ request: other, priority: other === request ? priority : other.priority })
    }
    for (let place = 1; ; place += 1) if (queue.pop()?.request === request) return place
  }

  const told = (request: Request, knows: (id: number) => boolean): Waiting => ({
    requestId: request.id,
    builder: request.builder.name,
    priority: knows(request.id) ? request.priority : null,
    submitted: request.submittedAt,
  })

  /** A queue out of the world's, priorities shuffled so that order is not by time alone, and some of them untold. */
  const arbitrary = fc.record({
    seed: fc.constantFrom(1, 2),
    pick: fc.nat(),
    salt: fc.integer({ min: 1, max: 97 }),
    levels: fc.integer({ min: 1, max: 5 }),
    untold: fc.constantFrom(0, 2, 3, 10),
    priority: fc.integer({ min: -1, max: 6 }),
  })

  it('one number is the farm’s number; a range holds it; so does what a priority passes', () => {
    let exact = 0
    let wide = 0
    fc.assert(
      fc.property(arbitrary, ({ seed, pick, salt, levels, untold, priority }) => {
        const all = (worlds.get(seed) ?? []).map((request) => ({
          ...request,
          priority: (request.id * salt) % levels,
        }))
        const chosen = all[pick % all.length]
        if (!chosen) throw new Error('nothing waits')
        const knows = (id: number) => id === chosen.id || untold === 0 || (id * salt) % untold !== 0
        const pending = all.map((request) => told(request, knows))
        const own = told(chosen, knows)
        const place = queuePlace(own, pending)
        const truth = rank(chosen, all)
        expect(place.best).toBeLessThanOrEqual(truth)
        expect(place.worst).toBeGreaterThanOrEqual(truth)
        const sure = all.every(({ builder: { name } }) => poolOf(name).sure || poolOf(name).sort === 'test')
        if (untold === 0 && sure && poolOf(chosen.builder.name).sure) expect(place.exact).toBe(true)
        if (place.exact) expect(place.best).toBe(truth)
        const size = all.filter((other) => other.builder.pool === chosen.builder.pool).length
        expect(place.of.least).toBeLessThanOrEqual(size)
        expect(place.of.most).toBeGreaterThanOrEqual(size)
        if (place.exact) exact += 1
        else wide += 1

        const effect = passes(own, priority, pending)
        const passed = truth - rank(chosen, all, priority)
        const counted = effect.direction === 'down' ? -passed : passed
        expect(effect.least).toBeLessThanOrEqual(counted)
        expect(effect.most).toBeGreaterThanOrEqual(counted)
      }),
      { numRuns: 200 },
    )
    expect(exact).toBeGreaterThan(20)
    expect(wide).toBeGreaterThan(20)
  })
})
