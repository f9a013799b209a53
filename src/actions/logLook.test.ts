import { describe, expect, it } from 'vitest'
import type { Plan } from '../domain/action.ts'
import { subject } from '../domain/actionSamples.ts'
import { askedToCancel, MINUTE, scene, SECOND } from './testing/scene.ts'

describe('when the answer is lost', () => {
  it('dropped after acting: found in the log, acted on, seen', async () => {
    const { tab, id, farm, pass } = askedToCancel()
    farm.fault = { kind: 'offline', acts: true }
    await pass(5 * SECOND)
    expect(tab.phases(id)).toEqual(['queued', 'sent', 'unknown', 'accepted'])
    expect(tab.record(id)).toMatchObject({ job: null, looks: [{ found: true }] })
    farm.agentAnswers()
    await pass(2 * SECOND)
    expect(tab.phases(id).slice(-2)).toEqual(['acted on', 'seen'])
    expect(tab.record(id)?.job).toBe(1)
    expect(farm.writes.length).toBe(1)
  })

  it('dropped before acting: not found after two looks 30 s apart, and may be sent again', async () => {
    const { tab, id, farm, pass } = askedToCancel()
    farm.fault = { kind: 'offline', acts: false }
    await pass(5 * SECOND)
    expect(tab.record(id)?.looks.length).toBe(1)
    expect(tab.outbox.sendAgain(id)).toBeNull()
    await pass(30 * SECOND)
    expect(tab.record(id)?.looks.map((look) => look.found)).toEqual([false, false])
    farm.fault = null
    const again = tab.outbox.sendAgain(id)
    expect(tab.outbox.sendAgain(id)).toBe(again)
    await pass(5 * SECOND)
    expect(tab.phases(again)).toContain('accepted')
    expect(farm.writes.length).toBe(2)
  })

  it('a look that cannot read the log is no look', async () => {
    const { tab, id, farm, pass } = askedToCancel()
    farm.fault = { kind: 'offline', acts: false }
    farm.readFault = 'offline'
    await pass(3 * MINUTE)
    expect(tab.record(id)?.looks).toEqual([])
    expect(tab.outbox.sendAgain(id)).toBeNull()
  })

  it('does not take another action’s entry for its own', async () => {
    const { farm, openTab, pass } = scene()
    const tab = openTab()
    const plan: Plan = { kind: 'rebuildBuild', branch: 'try', buildId: 5, count: 1, priority: 3 }
    const first = tab.outbox.propose(plan, subject)
    await pass(5 * SECOND)
    farm.fault = { kind: 'timeout', acts: false }
    const second = tab.outbox.propose(plan, subject)
    await pass(MINUTE)
    expect(tab.phases(first).at(-1)).toBe('accepted')
    expect(tab.phases(second).at(-1)).toBe('unknown')
  })
})
