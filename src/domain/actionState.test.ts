import { describe, expect, it } from 'vitest'
import type { ActionRecord, Phase } from './action.ts'
import { queuedRecord } from './actionSamples.ts'
import { isAbout, isHeld, isNotFound, isProbablyOrphaned, sameTarget, sendAgainAllowed } from './actionState.ts'
import { planTitle, standingNote } from './actionWords.ts'

const standingAt = (phase: Phase, how: Partial<ActionRecord> = {}): ActionRecord =>
  queuedRecord(undefined, {
    steps: [
      { phase: 'queued', at: 0 },
      { phase, at: 10_000 },
    ],
    ...how,
  })
const looks = (...at: readonly number[]) => ({ looks: at.map((time) => ({ at: time, found: false })) })

describe('what more is known of an action', () => {
  it('is probably orphaned after five minutes without the agent', () => {
    expect(isProbablyOrphaned(standingAt('accepted'), 10_000 + 299_999)).toBe(false)
    expect(isProbablyOrphaned(standingAt('accepted'), 10_000 + 300_000)).toBe(true)
    expect(standingNote(standingAt('accepted'), 400_000)).toContain('probably orphaned')
  })

  it('is not found after two looks 30 s apart, and not before', () => {
    expect(isNotFound(standingAt('unknown', looks(11_000)))).toBe(false)
    expect(isNotFound(standingAt('unknown', looks(11_000, 40_999)))).toBe(false)
    expect(isNotFound(standingAt('unknown', looks(11_000, 41_000)))).toBe(true)
    expect(standingNote(standingAt('unknown', looks(11_000, 41_000)), 0)).toContain('after two looks')
  })

  it.each(['not sent', 'failed', 'never handed over', 'not seen'] as const)('may be sent again when %s', (phase) => {
    expect(sendAgainAllowed(standingAt(phase))).toBe(true)
  })

  it.each(['queued', 'sent', 'accepted', 'acted on', 'seen', 'undone', 'unknown', 'nothing to do', 'refused'] as const)(
    'may not be sent again when %s',
    (phase) => {
      expect(sendAgainAllowed(standingAt(phase))).toBe(false)
    },
  )

  it('is held when another person is signed in, and only while queued', () => {
    const record = queuedRecord(undefined, { who: 'ann' })
    expect([isHeld(record, 'ann'), isHeld(record, null), isHeld(record, 'bob')]).toEqual([false, false, true])
    expect(standingNote(record, 0, 'bob')).toContain('asked by ann')
    expect(isHeld(standingAt('sent', { who: 'ann' }), 'bob')).toBe(false)
  })

  it('is about the build it names and every request the job served', () => {
    expect(isAbout(queuedRecord(), { buildId: 5, requestIds: [] })).toBe(true)
    expect(isAbout(queuedRecord(), { buildId: null, requestIds: [50] })).toBe(true)
    expect(isAbout(queuedRecord(), { buildId: 6, requestIds: [51] })).toBe(false)
    expect(isAbout(queuedRecord(), { buildId: null, requestIds: [] })).toBe(false)
  })

  it('has the same target on the same branch only', () => {
    const plan = { kind: 'cancelBuild', branch: 'try', buildId: 5 } as const
    expect(sameTarget(plan, { ...plan })).toBe(true)
    expect(sameTarget(plan, { ...plan, branch: 'ash' })).toBe(false)
    expect(sameTarget(plan, { ...plan, buildId: 6 })).toBe(false)
    expect(sameTarget(plan, { kind: 'cancelRequest', branch: 'try', requestId: 5 })).toBe(false)
    const job = {
      kind: 'newBuildForBuilder',
      branch: 'try',
      revision: '1a2b3c4d5e6f',
      builder: 'a',
      priority: 0,
    } as const
    expect(sameTarget(job, { ...job })).toBe(false)
  })
})

describe('titles', () => {
  it.each([
    [{ kind: 'cancelBuild', branch: 'try', buildId: 5 }, 'Cancel build 5'],
    [{ kind: 'cancelRequest', branch: 'try', requestId: 7 }, 'Cancel request 7'],
    [{ kind: 'rebuildBuild', branch: 'try', buildId: 5, count: 3, priority: 0 }, 'Rebuild build 5 ×3'],
    [{ kind: 'rebuildRequest', branch: 'try', requestId: 7, count: 1, priority: null }, 'Rebuild request 7'],
    [{ kind: 'reprioritize', branch: 'try', requestId: 7, priority: 1, was: 0 }, 'Raise priority of request 7 0 → 1'],
    [{ kind: 'reprioritize', branch: 'try', requestId: 7, priority: -1, was: 0 }, 'Lower priority of request 7 0 → -1'],
    [{ kind: 'reprioritize', branch: 'try', requestId: 7, priority: 4, was: null }, 'Set priority of request 7 to 4'],
    [{ kind: 'cancelRevision', branch: 'try', revision: '1a2b3c4d5e6f7890' }, 'Cancel push 1a2b3c4d5e6f'],
    [{ kind: 'newBuild', branch: 'try', revision: '1a2b3c4d5e6f' }, 'New build at 1a2b3c4d5e6f'],
    [{ kind: 'newPgoBuild', branch: 'try', revision: '1a2b3c4d5e6f', priority: 0 }, 'New PGO build at 1a2b3c4d5e6f'],
    [{ kind: 'newNightly', branch: 'try', revision: '1a2b3c4d5e6f', priority: 0 }, 'New nightly at 1a2b3c4d5e6f'],
    [
      { kind: 'newBuildForBuilder', branch: 'try', revision: '1a2b3c4d5e6f', builder: 'Linux', priority: 0 },
      'New job at 1a2b3c4d5e6f',
    ],
  ] as const)('%j is "%s"', (plan, title) => {
    expect(planTitle(plan)).toBe(title)
  })
})
