import { describe, expect, it } from 'vitest'
import type { FailureKind } from '../contract/failure.ts'
import type { ActionRecord, Phase } from '../domain/action.ts'
import { wasSignedOut } from './useSignedOut.ts'

const record = (phases: Phase[], failure: FailureKind | null = null): ActionRecord => ({
  id: phases.join(),
  plan: { kind: 'cancelBuild', branch: 'try', buildId: 5 },
  subject: { builder: 'linux', revision: null, buildId: 5, requestIds: [1] },
  who: null,
  tab: 't',
  sendAt: 0,
  steps: phases.map((phase, at) => ({ phase, at })),
  job: null,
  loggedAt: null,
  agent: null,
  failure: failure && { kind: failure, endpoint: 'cancelBuild', status: 403, detail: null },
  looks: [],
  evidence: null,
  again: null,
  batch: null,
  hold: null,
  collision: null,
  logChecked: null,
})
const turnedAway = record(['queued', 'sent', 'failed'], 'signedOut')
const taken = record(['queued', 'sent', 'accepted'])

describe('being signed out', () => {
  it('is known from the last write that was answered', () => {
    expect(wasSignedOut([])).toBe(false)
    expect(wasSignedOut([turnedAway, taken])).toBe(true)
    expect(wasSignedOut([taken, turnedAway])).toBe(false)
  })

  it('is not forgotten over a write that has not been sent', () => {
    expect(wasSignedOut([record(['queued']), turnedAway])).toBe(true)
  })
})
