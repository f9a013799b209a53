import { describe, expect, it } from 'vitest'
import type { Phase } from './action.ts'
import { cancelBuild5, queuedRecord } from './actionSamples.ts'
import { askedText, rowName, standingNote } from './actionWords.ts'

const record = (...phases: Phase[]) => queuedRecord(cancelBuild5, { steps: phases.map((phase, at) => ({ phase, at })) })

describe('the name of a row', () => {
  it('is the builder and its state', () => {
    expect(rowName('linux', 'running', null)).toBe('linux, running')
  })

  it('tells the phase of an action on its way, and of one whose outcome is unknown', () => {
    expect(rowName('linux', 'running', record('queued', 'sent', 'accepted'))).toBe('linux, running, cancel accepted')
    expect(rowName('linux', 'running', record('queued', 'sent', 'unknown'))).toBe('linux, running, cancel unknown')
  })

  it('tells no phase once the action has ended', () => {
    for (const end of ['seen', 'undone', 'failed', 'nothing to do'] as const)
      expect(rowName('linux', 'running', record('queued', end))).toBe('linux, running')
  })
})

describe('what more is known', () => {
  it('says why what another person has queued is not sent', () => {
    const queued = queuedRecord(cancelBuild5, { who: 'ann' })
    expect(standingNote(queued, 0, 'bob')).toBe('asked by ann, and you are bob: not sent unless you press Send now')
    expect(standingNote(queued, 0, 'ann')).toBeNull()
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
