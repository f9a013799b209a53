import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phases } from './action.ts'
import type { ActionRecord, Phase } from './action.ts'
import { cancelBuild5, queuedRecord } from './actionSamples.ts'
import { PATIENCE } from './actionState.ts'
import { viewBatch } from './batch.ts'
import type { BatchView } from './batch.ts'
import { batchInShort, batchProgress, batchStanding, sentBlindly, standsOut } from './batchWords.ts'

const OF = 5
/** When every target has come to stand where it does. */
const NOW = 3_000
const target = (place: number, phase: Phase, how: Partial<ActionRecord> = {}): ActionRecord => {
  const left = !['queued', 'not sent', 'undone'].includes(phase)
  const queued = { phase: 'queued', at: 1_000 } as const
  return queuedRecord(cancelBuild5, {
    id: `a${place}`,
    batch: { id: 'b', place, of: OF, title: 'Cancel 5 jobs' },
    steps: [
      queued,
      ...(left ? [{ phase: 'sent', at: 2_000 } as const] : []),
      ...(phase === 'queued' ? [] : [{ phase, at: 3_000 }]),
    ],
    ...how,
  })
}
const held = [target(5, 'queued', { hold: 'halted' })]
function batch(records: readonly ActionRecord[], me: string | null = null): BatchView {
  const view = viewBatch(records, 'b', me)
  if (!view) throw new Error('no batch')
  return view
}

describe('how far a batch came, in words', () => {
  it('tells what left, and what became of it', () => {
    const some = [target(1, 'seen'), target(2, 'seen'), target(3, 'failed'), target(4, 'queued'), target(5, 'queued')]
    expect(batchProgress(batch(some), NOW)).toBe('3 of 5 sent, 2 seen, 1 failed')
  })

  it('tells what is kept back and what was dismissed', () => {
    const some = [target(1, 'nothing to do'), target(2, 'queued', { hold: 'collision' })]
    expect(batchProgress(batch(some), NOW)).toBe('1 of 5 sent, 1 nothing to do, 1 kept back, 3 dismissed')
  })

  it('tells what was accepted from what nobody answers for, and the bar agrees', () => {
    const some = batch([target(1, 'accepted'), target(2, 'queued', { hold: 'collision' })])
    expect(batchProgress(some, NOW + PATIENCE)).toMatch(/^1 of 5 sent, 1 accepted \(1 probably orphaned\), 1 kept back/)
    expect(batchInShort(some, NOW + PATIENCE)).toBe('1 of 5 sent, 1 probably orphaned, 1 kept back')
    expect(batchInShort(some, NOW)).toBe('1 of 5 sent, 1 kept back')

    const { steps, ...found } = target(1, 'unknown')
    const late = batch([{ ...found, steps: [...steps, { phase: 'accepted', at: NOW }] }, ...held])
    expect(batchProgress(late, NOW)).toMatch(/1 accepted \(1 without an answer, found in the log\)/)
    expect(batchStanding(late, null)).toMatch(/^Three in a row went wrong or got no answer/)
  })

  it('says in short what the whole is', () => {
    expect(batchInShort(batch([target(1, 'queued')]), NOW)).toBe('queued, nothing has left this browser')
    expect(batchInShort(batch([target(1, 'seen'), target(2, 'failed'), ...held]), NOW)).toBe(
      '2 of 5 sent, 1 seen, 1 went wrong, halted',
    )
  })

  it('leaves none out: what is named, waits, and is on the wire make up the whole', () => {
    const stands = fc.array(fc.constantFrom(...phases), { minLength: 1, maxLength: OF })
    fc.assert(
      fc.property(stands, fc.constantFrom(NOW, NOW + PATIENCE), (stand, now) => {
        const view = batch(stand.map((phase, at) => target(at + 1, phase)))
        const [, ...named] = batchProgress(view, now)
          .split(', ')
          .map((part) => Number.parseInt(part, 10))
        const rest = (view.counts.queued ?? 0) + (view.counts.sent ?? 0)
        expect(named.reduce((sum, n) => sum + n, rest)).toBe(OF)
      }),
    )
  })
})

describe('what a batch waits for', () => {
  it('says why it halted, and that only the user resumes', () => {
    const halted = batch([target(1, 'failed'), target(2, 'queued', { hold: 'halted' })])
    expect(batchStanding(halted, null)).toBe('Three in a row went wrong: 1 is held here, and only you resume.')
    const others = batch([target(1, 'queued', { who: 'ann' }), target(2, 'queued', { who: 'ann' })], 'bob')
    expect(batchStanding(others, 'bob')).toBe(
      'It was asked by ann, and you are bob: 2 are held here, and only you resume.',
    )
  })

  it('tells what was stopped from what lapsed with its page', () => {
    const stopped = batch([target(1, 'seen'), target(2, 'not sent', { hold: 'stopped' })])
    expect(batchStanding(stopped, null)).toContain('1 was not sent, after Stop')
    const lapsed = batch([target(1, 'not sent'), target(2, 'not sent')])
    expect(batchStanding(lapsed, null)).toContain('2 were not sent, since the page was closed or asleep')
  })

  it('says that nothing has left, or how much is still to go', () => {
    expect(batchStanding(batch([target(1, 'queued')]), null)).toMatch(/Nothing has left/)
    expect(batchStanding(batch([target(1, 'accepted'), target(2, 'queued')]), null)).toMatch(/1 to go/)
    expect(batchStanding(batch([target(1, 'accepted')]), null)).toBeNull()
  })
})

describe('what of a batch is in plain sight', () => {
  it('is what went wrong, and what waits for a word of its own', () => {
    const out = phases.filter((phase) => standsOut(target(1, phase), NOW))
    expect(out).toEqual(['failed', 'never handed over', 'unknown', 'refused', 'not seen'])
    expect(standsOut(target(1, 'queued', { hold: 'collision' }), NOW)).toBe(true)
    expect(standsOut(target(1, 'queued', { hold: 'halted' }), NOW)).toBe(false)
    const failure = { kind: 'offline', endpoint: 'build', status: null, detail: '' } as const
    expect(standsOut(target(1, 'not sent', { failure }), NOW)).toBe(true)
    expect(standsOut(target(1, 'accepted'), NOW + PATIENCE)).toBe(true)
  })

  it('counts what was sent without a look into the log', () => {
    expect(
      sentBlindly([
        target(1, 'seen', { logChecked: false }),
        target(2, 'seen', { logChecked: true }),
        target(3, 'queued'),
      ]),
    ).toBe(1)
  })
})
