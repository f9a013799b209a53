import { describe, expect, it } from 'vitest'
import { jobSample } from '../domain/actionSamples.ts'
import { isProbablyOrphaned, sendAgainAllowed } from '../domain/actionState.ts'
import { askedToCancel, MINUTE, scene, SECOND } from './testing/scene.ts'
import { settle } from './testing/stage.ts'

describe('the whole life', () => {
  it('goes from queued to seen, each phase with its time', async () => {
    const { tab, id, farm, pass } = askedToCancel()
    await pass(4_999)
    expect(tab.phases(id)).toEqual(['queued'])
    expect(farm.writes).toEqual([])
    await pass(1)
    expect(tab.phases(id)).toEqual(['queued', 'sent', 'accepted'])
    farm.agentAnswers()
    await pass(2 * SECOND)
    expect(tab.phases(id)).toEqual(['queued', 'sent', 'accepted', 'acted on', 'seen'])
    expect(farm.writes).toEqual([{ name: 'cancelBuild', input: { branch: 'try', build_id: 5 } }])
    expect(tab.record(id)).toMatchObject({ job: 1, agent: { msg: 'Ok' }, evidence: { endedAt: farm.build.endtime } })
  })

  it('tells what changed when the agent acted and when the effect shows', async () => {
    const { tab, farm, pass } = askedToCancel()
    await pass(5 * SECOND)
    farm.agentAnswers()
    await pass(2 * SECOND)
    const told = tab.changes.filter((change) => change.record.steps.length !== change.old?.steps.length)
    expect(told.map((change) => change.record.steps.at(-1)?.phase)).toEqual([
      'queued',
      'sent',
      'accepted',
      'acted on',
      'seen',
    ])
  })

  it('surprise 17: ends at nothing to do when the build had finished', async () => {
    const { tab, id, farm, pass } = askedToCancel()
    farm.build.endtime = 1
    await pass(5 * SECOND)
    farm.agentAnswers()
    await pass(MINUTE)
    expect(tab.phases(id).slice(-2)).toEqual(['acted on', 'nothing to do'])
    expect(tab.record(id)?.agent?.msg).toBe('Build is complete, nothing to do')
  })

  it('finds exactly the three requests of a rebuild ×3', async () => {
    const { farm, openTab, pass } = scene()
    const tab = openTab()
    const id = tab.outbox.ask('rebuild', jobSample(), 'try', { count: 3 })
    await pass(5 * SECOND)
    farm.agentAnswers()
    await pass(2 * SECOND)
    expect(farm.writes[0]?.input).toEqual({ branch: 'try', build_id: 5, count: 3, priority: 3 })
    expect(tab.record(id)?.evidence).toEqual({ requestIds: [60, 61, 62] })
  })

  it('learns from the log who we are', async () => {
    const { tab, id, farm, pass, person } = askedToCancel()
    await pass(5 * SECOND)
    farm.agentAnswers()
    await pass(2 * SECOND)
    expect(person.me).toBe('ann')
    expect(tab.record(id)?.who).toBe('ann')
  })

  it('says not seen after five minutes without effect, and seen if it shows after all', async () => {
    const { tab, id, farm, pass } = askedToCancel()
    await pass(5 * SECOND)
    farm.agentAnswers({ msg: 'Ok' })
    await pass(5 * MINUTE)
    expect(tab.phases(id).at(-1)).toBe('acted on')
    await pass(MINUTE)
    expect(tab.phases(id).at(-1)).toBe('not seen')
    farm.build.endtime = 1
    tab.outbox.lookAgain(id)
    await settle()
    expect(tab.phases(id).at(-1)).toBe('seen')
  })

  it('does not say not seen while the farm cannot be read', async () => {
    const { tab, id, farm, pass } = askedToCancel()
    await pass(5 * SECOND)
    farm.agentAnswers({ msg: 'Ok' })
    await pass(3 * SECOND)
    farm.readFault = 'offline'
    await pass(10 * MINUTE)
    expect(tab.phases(id).at(-1)).toBe('acted on')
  })

  it('stays accepted without the agent, and is probably orphaned after five minutes', async () => {
    const { tab, id, pass, clock } = askedToCancel()
    await pass(5 * SECOND + 5 * MINUTE)
    const record = tab.record(id)
    expect(tab.phases(id).at(-1)).toBe('accepted')
    expect(record && isProbablyOrphaned(record, clock.now())).toBe(true)
    expect(record && sendAgainAllowed(record)).toBe(false)
  })
})

describe('after a reload', () => {
  it('shows what there was, sends nothing, and goes on following', async () => {
    const { tab, id, farm, pass, openTab } = askedToCancel()
    await pass(5 * SECOND)
    tab.close()
    await pass(MINUTE)
    farm.agentAnswers()
    const next = openTab()
    await pass(SECOND)
    expect(next.phases(id)).toEqual(['queued', 'sent', 'accepted', 'acted on', 'seen'])
    expect(farm.writes.length).toBe(1)
  })

  it('only one of several tabs asks the farm, and all of them show it', async () => {
    const { tab, id, farm, pass, openTab } = askedToCancel()
    const others = [openTab(), openTab()]
    await pass(5 * SECOND)
    farm.agentAnswers()
    farm.reads = 0
    await pass(2 * SECOND)
    expect(farm.reads).toBe(2)
    for (const one of [tab, ...others]) expect(one.phases(id).at(-1)).toBe('seen')
  })

  it('another tab goes on following when the one that did closes', async () => {
    const { tab, id, farm, pass, openTab } = askedToCancel()
    const other = openTab()
    await pass(5 * SECOND)
    tab.close()
    farm.agentAnswers()
    await pass(30 * SECOND)
    expect(other.phases(id).at(-1)).toBe('seen')
  })
})
