import { beforeEach, describe, expect, it } from 'vitest'
import type { ActionRecord, Phase } from '../domain/action.ts'
import { cancelBuild5, queuedRecord } from '../domain/actionSamples.ts'
import { toasts } from '../stores/toasts.ts'
import { announceAction } from './announce.ts'

const batch = { id: 'b', place: 1, of: 2, title: 'Cancel 2 jobs' }
const stood = (id: string, phase: Phase, how: Partial<ActionRecord> = {}): ActionRecord =>
  queuedRecord(cancelBuild5, { id, steps: [{ phase, at: 1_000_000 }], ...how })
const texts = () => toasts.getState().map(({ text }) => text)

/** All records, newest first. */
let records: readonly ActionRecord[] = []
const stand = (record: ActionRecord) => {
  records = [record, ...records.filter(({ id }) => id !== record.id)]
  announceAction(record, records)
}

beforeEach(() => {
  records = []
  toasts.setState([], true)
})

describe('what is announced', () => {
  it('goes once it is no longer so: what was not sent is asked for anew', () => {
    stand(stood('a1', 'not sent', { batch }))
    expect(texts()).toEqual([expect.stringContaining('not sent')])
    stand(stood('a2', 'queued', { batch, again: 'a1' }))
    expect(texts()).toEqual([])

    stand(stood('a3', 'not sent'))
    stand(stood('a4', 'queued', { again: 'a3' }))
    expect(texts()).toEqual([expect.stringContaining('queued')])
  })

  it('goes once it is no longer so: what was halted goes on, and what was unknown is found', () => {
    stand(stood('a1', 'queued', { batch, hold: 'halted' }))
    expect(texts()).toEqual([expect.stringMatching(/^Cancel 2 jobs: halted, since /)])
    stand(stood('a1', 'queued', { batch }))
    expect(texts()).toEqual([])

    stand(stood('a1', 'unknown', { batch }))
    stand(stood('a1', 'accepted', { batch }))
    expect(texts()).toEqual([])
  })

  it('stays while another of the batch goes on', () => {
    stand(stood('a1', 'failed', { batch }))
    stand(stood('a2', 'accepted', { batch: { ...batch, place: 2 } }))
    expect(texts()).toEqual([expect.stringContaining('failed')])
  })

  it('is of what was kept back and then undone that it is undone', () => {
    stand(stood('a1', 'undone', { hold: 'halted' }))
    expect(texts()).toEqual([expect.stringMatching(/undone\. Taken back/)])
  })

  it('stays while another of the batch has failed, whichever was told last', () => {
    stand(stood('a1', 'failed', { batch }))
    stand(stood('a2', 'unknown', { batch: { ...batch, place: 2 } }))
    stand(stood('a2', 'accepted', { batch: { ...batch, place: 2 } }))
    expect(texts()).toEqual([expect.stringContaining('failed')])
  })

  it('stays while another is kept back, and goes with the last', () => {
    const collision = { from: 'log', who: 'ann', at: 996, words: 'Cancel build 5', job: 12, done: false } as const
    const second = { ...batch, place: 2 }
    stand(stood('a1', 'queued', { batch, hold: 'collision', collision }))
    stand(stood('a2', 'queued', { batch: second, hold: 'collision', collision }))
    stand(stood('a2', 'queued', { batch: second, collision }))
    expect(texts()).toEqual([expect.stringContaining('kept back')])
    stand(stood('a1', 'undone', { batch, collision }))
    expect(texts()).toEqual([])
  })

  it('goes when what was halted is stopped', () => {
    stand(stood('a1', 'queued', { batch, hold: 'halted' }))
    stand(stood('a1', 'not sent', { batch, hold: 'stopped' }))
    expect(texts()).toEqual([])
  })

  it('does not come back once it was put away', () => {
    stand(stood('a1', 'failed', { batch }))
    stand(stood('a2', 'unknown', { batch: { ...batch, place: 2 } }))
    toasts.setState([], true)
    stand(stood('a2', 'accepted', { batch: { ...batch, place: 2 } }))
    expect(texts()).toEqual([])
  })
})
