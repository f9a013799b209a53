import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardFor, isTyped } from './guard.ts'
import type { GuardAsk } from './guard.ts'

const here = { revision: '0123456789abcdef0123456789abcdef01234567', branch: 'try' }
const ask = (how: Partial<GuardAsk>): GuardAsk => ({ act: 'cancel', targets: 1, ...here, ...how })

describe('guards', () => {
  it.each<[string, Partial<GuardAsk>, string]>([
    ['cancel 1', {}, 'none'],
    ['rebuild 1', { act: 'rebuild' }, 'none'],
    ['rebuild 1, five times', { act: 'rebuild', count: 5 }, 'none'],
    ['a priority', { act: 'reprioritize' }, 'none'],
    ['cancel 1 that serves others', { others: true }, 'second press'],
    ['rebuild 1 that served others', { act: 'rebuild', others: true }, 'none'],
    ['rebuild 1 failed nightly', { act: 'rebuild', nightly: true }, 'none'],
    ['cancel 2', { targets: 2 }, 'preview'],
    ['cancel 20', { targets: 20, others: true }, 'preview'],
    ['rebuild 1, six times', { act: 'rebuild', count: 6 }, 'preview'],
    ['rebuild 1, twenty times', { act: 'rebuild', count: 20 }, 'preview'],
    ['new build', { act: 'newBuild' }, 'preview'],
    ['new PGO build', { act: 'newPgoBuild' }, 'preview'],
    ['cancel 21', { targets: 21 }, 'typed'],
    ['rebuild 200', { act: 'rebuild', targets: 200 }, 'typed'],
    ['a whole push of one job', { wholePush: true }, 'typed'],
    ['a whole push of 1,200 jobs, which cannot be split', { wholePush: true, targets: 1200 }, 'typed'],
    ['cancel a nightly', { nightly: true }, 'typed'],
    ['new nightly', { act: 'newNightly' }, 'typed'],
    ['cancel 201', { targets: 201 }, 'refused'],
    ['rebuild 1, 21 times', { act: 'rebuild', count: 21 }, 'refused'],
    ['nothing', { targets: 0 }, 'refused'],
    ['no runs', { act: 'rebuild', count: 0 }, 'refused'],
  ])('%s: %s', (_, how, kind) => {
    expect(guardFor(ask(how)).kind).toBe(kind)
  })

  it('asks for the short revision, or for the branch where there is none', () => {
    expect(guardFor(ask({ wholePush: true }))).toEqual({ kind: 'typed', type: '0123456789ab' })
    expect(guardFor(ask({ nightly: true, revision: null }))).toEqual({ kind: 'typed', type: 'try' })
  })

  it('refuses in words: how many, and what to do', () => {
    const refused = guardFor(ask({ act: 'rebuild', targets: 31_017 }))
    expect(refused).toEqual({
      kind: 'refused',
      why: expect.stringMatching(/^31,017 jobs .* more than 200 .*[Ss]plit it/),
    })
    expect(guardFor(ask({ act: 'rebuild', count: 21 }))).toEqual({
      kind: 'refused',
      why: expect.stringMatching(/^More than 20 runs .*[Ss]plit it/),
    })
  })

  it('keeps the limits it is given', () => {
    expect(guardFor(ask({ targets: 3 }), { targets: 2, count: 20 }).kind).toBe('refused')
    expect(guardFor(ask({ targets: 400 }), { targets: 500, count: 20 }).kind).toBe('typed')
  })

  it('never grows milder with more targets or more runs', () => {
    const order = ['none', 'second press', 'preview', 'typed', 'refused']
    const asks = fc.record({
      act: fc.constantFrom('cancel', 'rebuild', 'reprioritize'),
      targets: fc.integer({ min: 1, max: 400 }),
      count: fc.integer({ min: 1, max: 40 }),
      nightly: fc.boolean(),
      others: fc.boolean(),
    })
    fc.assert(
      fc.property(asks, fc.nat(50), fc.nat(10), (one, moreTargets, moreRuns) => {
        const rank = (how: Partial<GuardAsk>) => order.indexOf(guardFor(ask(how)).kind)
        const more = { ...one, targets: one.targets + moreTargets, count: one.count + moreRuns }
        expect(rank(more)).toBeGreaterThanOrEqual(rank(one))
      }),
    )
  })

  it('takes what is typed in any case, with blanks, or as the full revision', () => {
    expect(isTyped('0123456789ab', ' 0123456789AB ')).toBe(true)
    expect(isTyped('0123456789ab', here.revision)).toBe(true)
    expect(isTyped('0123456789ab', '0123456789')).toBe(false)
    expect(isTyped('0123456789ab', '')).toBe(false)
    expect(isTyped('try', 'try')).toBe(true)
    expect(isTyped('try', 'try-comm-central')).toBe(false)
  })
})
