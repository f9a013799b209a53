import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActionRecord, Phase } from './action.ts'
import { phases } from './action.ts'
import { cancelBuild5, queuedRecord } from './actionSamples.ts'
import { groupActions, mustHalt, paceOfBatches, queuedOfBatch, viewBatch } from './batch.ts'

const one = (place: number, how: Partial<ActionRecord> = {}): ActionRecord =>
  queuedRecord(cancelBuild5, { id: `a${place}`, batch: { id: 'b', place, of: 3, title: 'Cancel 3 jobs' }, ...how })
const stood = (place: number, phase: Phase, at = 1_010_000): ActionRecord =>
  one(place, {
    steps: [
      { phase: 'queued', at: 1_000_000 },
      { phase: 'sent', at: at + place },
      { phase, at: at + place },
    ],
  })

describe('a batch as it is shown', () => {
  it('counts what has become of each target', () => {
    const view = viewBatch([stood(3, 'failed'), one(2), stood(1, 'seen')], 'b')
    expect(view).toMatchObject({
      of: 3,
      left: 2,
      waiting: 1,
      state: 'sending',
      counts: { failed: 1, queued: 1, seen: 1 },
    })
    expect(view?.records.map((record) => record.id)).toEqual(['a1', 'a2', 'a3'])
  })

  it('takes the newest record of a place for its outcome', () => {
    const again = { ...stood(1, 'seen'), id: 'z', again: 'a1' }
    expect(viewBatch([again, stood(1, 'not sent')], 'b')).toMatchObject({ counts: { seen: 1 }, state: 'done' })
  })

  it('tells halted, collided and another person’s apart', () => {
    expect(viewBatch([one(1, { hold: 'halted' })], 'b')).toMatchObject({ state: 'halted', resumable: 1, waiting: 0 })
    expect(viewBatch([one(1, { hold: 'collision' })], 'b')).toMatchObject({ state: 'done', collided: 1, resumable: 0 })
    expect(viewBatch([one(1, { who: 'ann' })], 'b', 'bob')).toMatchObject({ state: 'halted', resumable: 1 })
  })

  it('is nothing once its last record is gone', () => {
    expect(viewBatch([queuedRecord()], 'b')).toBeNull()
  })
})

describe('whose turn it is', () => {
  it('goes by the end of the undo window, then by place', () => {
    const later = one(1, { sendAt: 1_009_000 })
    expect(queuedOfBatch([one(3), later, one(2), stood(4, 'seen')], 'b').map((record) => record.id)).toEqual([
      'a2',
      'a3',
      'a1',
    ])
  })

  it('is a second after the last write of any batch', () => {
    expect(paceOfBatches([stood(1, 'seen', 5_000), one(2)])).toBe(6_001)
  })
})

describe('halting', () => {
  const outcomes = fc.array(fc.constantFrom(...phases.filter((phase) => phase !== 'queued' && phase !== 'sent')), {
    maxLength: 12,
  })

  it('comes with three neighbours that went wrong, and with nothing else', () => {
    fc.assert(
      fc.property(outcomes, (ended) => {
        const records = ended.map((phase, at) => stood(at + 1, phase))
        const letters = ended.map((phase) => (/failed|never|unknown/.test(phase) ? 'x' : '.')).join('')
        expect(mustHalt(records, one(99))).toBe(letters.includes('xxx'))
      }),
    )
  })

  it('begins to count anew with a press', () => {
    const failed = [1, 2, 3].map((place) => stood(place, 'failed'))
    expect(mustHalt(failed, one(4))).toBe(true)
    expect(mustHalt(failed, one(4, { sendAt: 1_020_000 }))).toBe(false)
  })
})

describe('the drawer', () => {
  it('shows a batch once, where its newest action stands, among the single ones', () => {
    const single = queuedRecord(cancelBuild5, { id: 'single', steps: [{ phase: 'queued', at: 1_000_001 }] })
    const older = queuedRecord(cancelBuild5, { id: 'older', steps: [{ phase: 'queued', at: 5 }] })
    const groups = groupActions([older, one(2), single, one(1)])
    expect(groups.map((group) => (group.type === 'single' ? group.record.id : group.batch.title))).toEqual([
      'single',
      'Cancel 3 jobs',
      'older',
    ])
  })
})
