import { beforeEach, describe, expect, it } from 'vitest'
import type { ActionRecord, Phase } from '../domain/action.ts'
import { cancelBuild5, queuedRecord } from '../domain/actionSamples.ts'
import { toasts } from '../stores/toasts.ts'
import { announceAction } from './announce.ts'

const batch = { id: 'b', place: 1, of: 2, title: 'Cancel 2 jobs' }
const stood = (id: string, phase: Phase, how: Partial<ActionRecord> = {}): ActionRecord =>
  queuedRecord(cancelBuild5, { id, steps: [{ phase, at: 1_000_000 }], ...how })
const texts = () => toasts.getState().map(({ text }) => text)

beforeEach(() => toasts.setState([], true))

describe('what is announced', () => {
  it('goes once it is no longer so: what was not sent is asked for anew', () => {
    announceAction(stood('a1', 'not sent', { batch }))
    expect(texts()).toEqual([expect.stringContaining('not sent')])
    announceAction(stood('a2', 'queued', { batch, again: 'a1' }))
    expect(texts()).toEqual([])

    announceAction(stood('a3', 'not sent'))
    announceAction(stood('a4', 'queued', { again: 'a3' }))
    expect(texts()).toEqual([expect.stringContaining('queued')])
  })

  it('goes once it is no longer so: what was halted goes on, and what was unknown is found', () => {
    announceAction(stood('a1', 'queued', { batch, hold: 'halted' }))
    expect(texts()).toEqual([expect.stringMatching(/^Cancel 2 jobs: halted, since /)])
    announceAction(stood('a1', 'queued', { batch }))
    expect(texts()).toEqual([])

    announceAction(stood('a1', 'unknown', { batch }))
    announceAction(stood('a1', 'accepted', { batch }))
    expect(texts()).toEqual([])
  })

  it('stays while another of the batch goes on', () => {
    announceAction(stood('a1', 'failed', { batch }))
    announceAction(stood('a2', 'accepted', { batch }))
    expect(texts()).toEqual([expect.stringContaining('failed')])
  })

  it('is of what was kept back and then undone that it is undone', () => {
    announceAction(stood('a1', 'undone', { hold: 'halted' }))
    expect(texts()).toEqual([expect.stringMatching(/undone\. Taken back/)])
  })
})
