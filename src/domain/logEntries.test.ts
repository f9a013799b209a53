import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryKeys, isOrphan, outcomeOf, outcomes, standingOfLog, tookOf } from './logEntries.ts'
import { answered, entry } from './logSamples.ts'

describe('what has come of an entry', () => {
  it('is what the agent’s words come to', () => {
    expect(outcomeOf(entry())).toBe('open')
    expect(outcomeOf(answered('Ok'))).toBe('did it')
    expect(outcomeOf(answered('Build is complete, nothing to do'))).toBe('nothing to do')
    expect(outcomeOf(answered(''))).toBe('nothing to do')
    expect(outcomeOf(answered('Not stopping unstoppable build'))).toBe('refused')
    expect(outcomeOf(answered('Ok', { errors: true }))).toBe('failed')
  })

  it('is not open where it was completed without a word', () => {
    expect(outcomeOf(entry({ completed_at: 1_000 }))).toBe('nothing to do')
  })

  it('tells how long the agent took', () => {
    expect(tookOf(answered('Ok', { when: 1_000, at: 1_006 }))).toBe(6)
    expect(tookOf(entry())).toBeNull()
  })
})

describe('what is open for ever', () => {
  it('is probably orphaned after five minutes, and not a second before', () => {
    const asked = entry({ when: 1_000 })
    expect(isOrphan(asked, 1_299)).toBe(false)
    expect(isOrphan(asked, 1_300)).toBe(true)
    expect(isOrphan(answered('Ok', { when: 1_000 }), 9_999)).toBe(false)
  })

  it('is counted, with the time of the oldest', () => {
    const log = [
      entry({ when: 5_000 }),
      answered('Ok', { when: 4_000 }),
      entry({ when: 3_000 }),
      entry({ when: 2_000 }),
    ]
    expect(standingOfLog(log, 5_010)).toEqual({ open: 3, orphans: 2, since: 2_000, agentSilent: false })
    expect(standingOfLog([answered('Ok')], 5_010)).toEqual({ open: 0, orphans: 0, since: null, agentSilent: false })
  })

  it('points at the agent where nothing asked for later was answered', () => {
    const log = [entry({ when: 4_990 }), entry({ when: 3_000 }), answered('Ok', { when: 2_000 })]
    expect(standingOfLog(log, 5_000).agentSilent).toBe(true)
  })
})

const anyEntry = fc
  .record({ when: fc.integer({ min: 1, max: 5 }), bid: fc.integer({ min: 1, max: 2 }), done: fc.boolean() })
  .map(({ when, bid, done }) => (done ? answered('Ok', { when, what: { bid } }) : entry({ when, what: { bid } })))
const anyLog = fc.array(anyEntry, { maxLength: 12 })

describe('entries by name', () => {
  it('are named each by its own, and keep it when the agent answers or others are added above', () => {
    fc.assert(
      fc.property(anyLog, anyLog, (older, newer) => {
        const keys = entryKeys(older)
        expect(new Set(keys).size).toBe(older.length)
        const later = older.map((one) => answered('Ok', { when: one.when, what: one.what }))
        expect(entryKeys([...newer, ...later]).slice(newer.length)).toEqual(keys)
      }),
    )
  })

  it('have one outcome each', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const counts = outcomes.map((outcome) => log.filter((one) => outcomeOf(one) === outcome).length)
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(log.length)
        expect(standingOfLog(log, 1_000).open).toBe(counts[outcomes.indexOf('open')])
      }),
    )
  })
})
