import { describe, expect, it } from 'vitest'
import type { Phase } from './action.ts'
import { cancelBuild5, queuedRecord } from './actionSamples.ts'
import { askedText, heldSentence, heldWord, rowName, standingNote } from './actionWords.ts'

const record = (...phases: Phase[]) => queuedRecord(cancelBuild5, { steps: phases.map((phase, at) => ({ phase, at })) })

describe('the name of a row', () => {
  it('is the builder and its state', () => {
    expect(rowName('linux', 'running', [])).toBe('linux, running')
  })

  it('tells the phase of an action on its way, and of one whose outcome is unknown', () => {
    expect(rowName('linux', 'running', [record('queued', 'sent', 'accepted')])).toBe('linux, running, cancel accepted')
    expect(rowName('linux', 'running', [record('queued', 'sent', 'unknown')])).toBe('linux, running, cancel unknown')
  })

  it('tells of all that is under way, the newest first', () => {
    const rebuild = queuedRecord(
      { kind: 'rebuildBuild', branch: 'try', buildId: 5, priority: null, count: 1 },
      { steps: [{ phase: 'queued', at: 1 }] },
    )
    expect(rowName('linux', 'running', [rebuild, record('queued', 'undone'), record('queued', 'sent')])).toBe(
      'linux, running, rebuild queued, cancel sent',
    )
  })

  it('tells no phase once the action has ended', () => {
    for (const end of ['seen', 'undone', 'failed', 'nothing to do'] as const)
      expect(rowName('linux', 'running', [record('queued', end)])).toBe('linux, running')
  })
})

describe('what more is known', () => {
  it('says why what another person has queued is not sent', () => {
    const queued = queuedRecord(cancelBuild5, { who: 'ann' })
    expect(standingNote(queued, 0, 'bob')).toBe('asked by ann, and you are bob: not sent unless you press Send now')
    expect(standingNote(queued, 0, 'ann')).toBeNull()
  })
})

describe('what is kept from going out', () => {
  const batch = { id: 'b', place: 1, of: 5, title: 'Cancel 5 jobs' }
  const collision = { from: 'log', who: 'ann', at: 996, words: 'Cancel build 5', job: 12, done: false } as const
  const halted = queuedRecord(cancelBuild5, { batch, hold: 'halted' })
  const kept = queuedRecord(cancelBuild5, { batch, hold: 'collision', collision })

  it('is told in a word, on its row too', () => {
    expect(heldWord(halted)).toBe('halted')
    expect(heldWord(kept)).toBe('kept back')
    expect(heldWord(queuedRecord(cancelBuild5, { batch, who: 'ann' }), 'bob')).toBe('halted')
    expect(heldWord(queuedRecord())).toBeNull()
    expect(rowName('linux', 'running', [halted])).toBe('linux, running, cancel queued, halted')
  })

  it('is announced in a sentence: a halt is of the whole batch', () => {
    expect(heldSentence(halted)).toBe(
      'Cancel 5 jobs: halted, since three in a row went wrong: not sent unless you resume.',
    )
    expect(heldSentence(kept)).toBe(
      'Cancel 5 jobs: Cancel build 5: kept back, since ann asked for Cancel build 5 (job 12): not sent unless you press Send now.',
    )
    expect(heldSentence(queuedRecord())).toBeNull()
  })
})

describe('what was asked', () => {
  it('counts rebuilds and names priorities', () => {
    expect(askedText(cancelBuild5)).toBe('cancel')
    expect(askedText({ kind: 'rebuildBuild', branch: 'try', buildId: 5, count: 1, priority: 0 })).toBe('rebuild')
    expect(askedText({ kind: 'rebuildRequest', branch: 'try', requestId: 5, count: 3, priority: 0 })).toBe('rebuild ×3')
    expect(askedText({ kind: 'reprioritize', branch: 'try', requestId: 5, priority: -1, was: 0 })).toBe('priority -1')
  })
})
