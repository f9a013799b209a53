import { describe, expect, it } from 'vitest'
import type { ActionRecord, Phase, Plan } from '../domain/action.ts'
import { askedText, rowName } from './actionWords.ts'

const cancel: Plan = { kind: 'cancelBuild', branch: 'try', buildId: 5 }
const record = (plan: Plan, ...phases: Phase[]): ActionRecord => ({
  id: 'a',
  plan,
  subject: { builder: 'linux', revision: null, buildId: 5, requestIds: [1] },
  who: null,
  tab: 't',
  sendAt: 0,
  steps: phases.map((phase, at) => ({ phase, at })),
  job: null,
  loggedAt: null,
  agent: null,
  failure: null,
  looks: [],
  evidence: null,
  again: null,
})

describe('the name of a row', () => {
  it('is the builder and its state', () => {
    expect(rowName('linux', 'running', null)).toBe('linux, running')
  })

  it('tells the phase of an action on its way, and of one whose outcome is unknown', () => {
    expect(rowName('linux', 'running', record(cancel, 'queued', 'sent', 'accepted'))).toBe(
      'linux, running, cancel accepted',
    )
    expect(rowName('linux', 'running', record(cancel, 'queued', 'sent', 'unknown'))).toBe(
      'linux, running, cancel unknown',
    )
  })

  it('tells no phase once the action has ended', () => {
    for (const end of ['seen', 'undone', 'failed', 'nothing to do'] as const)
      expect(rowName('linux', 'running', record(cancel, 'queued', end))).toBe('linux, running')
  })
})

describe('what was asked', () => {
  it('counts rebuilds and names priorities', () => {
    expect(askedText({ kind: 'rebuildBuild', branch: 'try', buildId: 5, count: 1, priority: 0 })).toBe('rebuild')
    expect(askedText({ kind: 'rebuildRequest', branch: 'try', requestId: 5, count: 3, priority: 0 })).toBe('rebuild ×3')
    expect(askedText({ kind: 'reprioritize', branch: 'try', requestId: 5, priority: -1, was: 0 })).toBe('priority -1')
  })
})
