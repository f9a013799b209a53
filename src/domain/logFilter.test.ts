import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actionKinds,
  everything,
  isOfKind,
  isOutcome,
  isPerson,
  kindsOf,
  matchesLog,
  outcomesOf,
  personsOf,
  readLogFilter,
} from './logFilter.ts'
import { answered, entry } from './logSamples.ts'

describe('a person of the log', () => {
  it('is named in full, or by what stands before the @', () => {
    expect(isPerson('bob@example.org', 'bob@example.org')).toBe(true)
    expect(isPerson('bob@example.org', 'Bob')).toBe(true)
    expect(isPerson('bob@example.org', 'bob@example.net')).toBe(false)
    expect(isPerson('jimbob@example.org', 'bob')).toBe(false)
    expect(isPerson(null, 'bob')).toBe(false)
  })
})

describe('a kind of action', () => {
  it('may be wide, or one of the agent’s words, also where the log has cut it', () => {
    expect(isOfKind('cancel_build', 'cancel')).toBe(true)
    expect(isOfKind('cancel_build', 'cancel_request')).toBe(false)
    expect(isOfKind('new_nightly_at_revis', 'new_nightly_at_revision')).toBe(true)
    expect(isOfKind('new_build_at_revisio', 'new_build_for_builder')).toBe(false)
    expect(isOfKind('new', 'new_build_for_builder')).toBe(false)
  })
})

describe('the filter of an address', () => {
  it('is read, an outcome in any case', () => {
    const read = (search: string) => readLogFilter(new URLSearchParams(search))
    expect(read('who=bob&action=cancel&outcome=did+it')).toEqual({ who: 'bob', action: 'cancel', outcome: 'did it' })
    expect(read('outcome=OPEN').outcome).toBe('open')
    expect(read('outcome=&who=&num=200')).toEqual(everything)
  })

  it('keeps a word that is no outcome: it matches nothing, and is a choice like the others', () => {
    const { outcome } = readLogFilter(new URLSearchParams('outcome=Splendid'))
    expect(outcome).toBe('splendid')
    expect(isOutcome('splendid')).toBe(false)
    expect(isOutcome('did it')).toBe(true)
    const log = [entry(), answered('Ok')]
    expect(log.some((one) => matchesLog(one, { ...everything, outcome }))).toBe(false)
    expect(outcomesOf(log, outcome).at(-1)).toEqual({ value: 'splendid', label: 'splendid', count: 0 })
    expect(outcomesOf(log, 'open')).toEqual(outcomesOf(log, null))
  })
})

const people = ['ann@example.com', 'bob@example.org', null] as const
const anyEntry = fc
  .record({
    who: fc.constantFrom(...people),
    action: fc.constantFrom('cancel_build', 'rebuild_build', 'new_nightly_at_revis', 'brand_new_deed'),
    msg: fc.constantFrom(null, 'Ok', 'nothing to do', 'Not stopping unstoppable build'),
  })
  .map(({ msg, ...how }) => (msg === null ? entry(how) : answered(msg, how)))

describe('choices', () => {
  it('count what they would leave by themselves', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 30 }), (log) => {
        const left = (filter: Partial<typeof everything>) =>
          log.filter((one) => matchesLog(one, { ...everything, ...filter })).length
        for (const { value, count } of personsOf(log, 'carol')) expect(left({ who: value })).toBe(count)
        for (const { value, count } of kindsOf(log, 'rebuild')) expect(left({ action: value })).toBe(count)
        for (const { value, count } of outcomesOf(log, 'odd')) {
          expect(left({ outcome: readLogFilter(new URLSearchParams({ outcome: value })).outcome })).toBe(count)
        }
        expect(left({})).toBe(log.length)
      }),
    )
  })

  it('combine: what two filters leave, each of them leaves', () => {
    const bob = { ...everything, who: 'bob' }
    const open = { ...everything, outcome: 'open' } as const
    fc.assert(
      fc.property(anyEntry, (one) => {
        expect(matchesLog(one, { ...bob, outcome: 'open' })).toBe(matchesLog(one, bob) && matchesLog(one, open))
      }),
    )
  })

  it('hold what is asked for even where nobody did it, and words that nobody knows', () => {
    expect(personsOf([entry()], 'carol').map(({ value, count }) => [value, count])).toEqual([
      ['ann@example.com', 1],
      ['carol', 0],
    ])
    expect(kindsOf([entry({ action: 'brand_new_deed' })], 'cancel').map(({ label, count }) => [label, count])).toEqual([
      ['Any cancel', 0],
      ['brand new deed', 1],
    ])
  })

  it('name every word of the agent’s', () => {
    for (const word of ['cancel_build', 'reprioritize', 'new_build_for_buil', 'new_pgobuild_at_re'])
      expect(actionKinds.some(([kind]) => isOfKind(word, kind))).toBe(true)
  })
})
