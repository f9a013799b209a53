import { describe, expect, it } from 'vitest'
import type { FailureKind } from '../contract/failure.ts'
import { cancelBuild5, pendingJob, subject } from '../domain/actionSamples.ts'
import { advance } from '../domain/actionLife.ts'
import { askedToCancel, MINUTE, scene, SECOND } from './testing/scene.ts'
import { settle } from './testing/stage.ts'

describe('before it is sent', () => {
  it('undone, nothing is sent', async () => {
    const { tab, id, farm, pass } = askedToCancel()
    await pass(4 * SECOND)
    tab.outbox.undo(id)
    await pass(MINUTE)
    expect(tab.phases(id)).toEqual(['queued', 'undone'])
    expect(farm.writes).toEqual([])
  })

  it('can be undone from another tab', async () => {
    const { id, farm, pass, openTab } = askedToCancel()
    const other = openTab()
    await settle()
    other.outbox.undo(id)
    await pass(MINUTE)
    expect(other.phases(id)).toEqual(['queued', 'undone'])
    expect(farm.writes).toEqual([])
  })

  it('asks storage, not its own picture, whether it is still wanted', async () => {
    const { id, farm, pass, storage } = askedToCancel()
    await settle()
    await storage.update(id, (record) => record && advance(record, { type: 'undone', at: 1 }))
    await pass(MINUTE)
    expect(farm.writes).toEqual([])
  })

  it('goes at once when told to', async () => {
    const { tab, id, farm, pass } = askedToCancel()
    await pass(SECOND)
    tab.outbox.sendNow(id)
    await pass(0)
    expect(tab.phases(id)).toContain('accepted')
    await pass(10 * SECOND)
    expect(farm.writes.length).toBe(1)
  })

  it('is in storage as sent before it is on the wire', async () => {
    const { id, farm, pass, storage } = askedToCancel()
    let kept: readonly string[] = []
    farm.onWrite = async () => {
      kept = (await storage.get(id))?.steps.map((step) => step.phase) ?? []
    }
    await pass(5 * SECOND)
    expect(kept).toEqual(['queued', 'sent'])
  })

  it('lapses as not sent when its tab closes, and says so on the next visit', async () => {
    const { tab, id, farm, pass, openTab } = askedToCancel()
    await pass(2 * SECOND)
    tab.close()
    await pass(MINUTE)
    const next = openTab()
    await pass(MINUTE)
    expect(next.phases(id)).toEqual(['queued', 'not sent'])
    expect(farm.writes).toEqual([])
    const again = next.outbox.sendAgain(id)
    await pass(5 * SECOND)
    expect(farm.writes.length).toBe(1)
    expect(next.record(again)?.again).toBe(id)
  })

  it('lapses when another tab sees its tab go', async () => {
    const { tab, id, farm, pass, openTab } = askedToCancel()
    const other = openTab()
    await settle()
    tab.close()
    await pass(30 * SECOND)
    expect(other.phases(id)).toEqual(['queued', 'not sent'])
    expect(farm.writes).toEqual([])
  })

  it('lapses when the machine slept through the window', async () => {
    const { tab, id, farm, pass, sleep } = askedToCancel()
    await settle()
    await sleep(16 * SECOND)
    await pass(MINUTE)
    expect(tab.phases(id)).toEqual(['queued', 'not sent'])
    expect(farm.writes).toEqual([])
  })

  it('lapses when the page is put away', async () => {
    const { tab, id, farm, pass } = askedToCancel()
    tab.outbox.putAway()
    await pass(MINUTE)
    expect(tab.phases(id)).toEqual(['queued', 'not sent'])
    expect(farm.writes).toEqual([])
  })

  it('is held while another person is signed in, and goes on a new press', async () => {
    const { farm, openTab, pass, person } = scene()
    Object.assign(person, { me: 'ann', certain: true })
    const tab = openTab()
    const id = tab.outbox.propose(cancelBuild5, subject)
    Object.assign(person, { me: 'bob' })
    await pass(MINUTE)
    expect(tab.phases(id)).toEqual(['queued'])
    expect(farm.writes).toEqual([])
    tab.outbox.sendNow(id)
    await pass(0)
    expect(farm.writes.length).toBe(1)
  })
})

describe('one press, one write', () => {
  it.each([
    ['timeout', 'unknown'],
    ['offline', 'unknown'],
    ['busy', 'unknown'],
    ['server', 'unknown'],
    ['contract', 'unknown'],
    ['redirected', 'unknown'],
    ['signedOut', 'failed'],
    ['notFound', 'failed'],
    ['rejected', 'failed'],
    ['notLogged', 'failed'],
    ['unsayable', 'failed'],
    ['resting', 'failed'],
    ['neverHandedOver', 'never handed over'],
  ] satisfies [FailureKind, string][])(
    'whatever happens: %s is %s, and nothing is written twice',
    async (kind, phase) => {
      const { tab, id, farm, pass, openTab } = askedToCancel()
      farm.fault = { kind, acts: false }
      await pass(5 * SECOND)
      farm.fault = null
      openTab()
      await pass(10 * MINUTE)
      tab.close()
      const last = openTab()
      await pass(10 * MINUTE)
      expect(farm.writes.length).toBe(1)
      expect(last.phases(id)).toEqual(['queued', 'sent', phase])
    },
  )

  it('two tabs never send one action, nor two at a time', async () => {
    const { farm, openTab, pass } = scene()
    const tabs = [openTab(), openTab()]
    let onWire = 0
    let most = 0
    farm.onWrite = async () => {
      onWire += 1
      most = Math.max(most, onWire)
      await settle()
      onWire -= 1
    }
    for (const [index, tab] of tabs.entries()) {
      for (const requestId of [100 + index, 200 + index]) {
        const about = { ...subject, buildId: null, requestIds: [requestId] }
        tab.outbox.propose({ kind: 'cancelRequest', branch: 'try', requestId }, about)
      }
    }
    await pass(MINUTE)
    expect(
      farm.writes.map((write) => write.input['request_id']).toSorted((one, other) => Number(one) - Number(other)),
    ).toEqual([100, 101, 200, 201])
    expect(most).toBe(1)
  })

  it('an action whose tab closed while it was on the wire is unknown, then found', async () => {
    const { tab, id, farm, pass, openTab } = askedToCancel()
    farm.onWrite = () => new Promise(() => undefined)
    const other = openTab()
    await pass(5 * SECOND)
    farm.log.unshift({
      action: 'cancel_build',
      who: 'ann',
      when: 1005,
      what: { bid: 5 },
      completed_at: null,
      complete_data: null,
    })
    tab.close()
    await pass(30 * SECOND)
    expect(other.phases(id)).toEqual(['queued', 'sent', 'unknown', 'accepted'])
    expect(farm.writes.length).toBe(1)
  })

  it('the same cancel pressed twice is one action', async () => {
    const { tab, id, farm, pass } = askedToCancel()
    expect(tab.outbox.propose(cancelBuild5, subject)).toBe(id)
    await pass(5 * SECOND)
    expect(tab.outbox.propose(cancelBuild5, subject)).toBe(id)
    await pass(MINUTE)
    expect(farm.writes.length).toBe(1)
  })

  it('a cancel on one branch is not that of another', async () => {
    const { tab, id } = askedToCancel()
    expect(tab.outbox.propose({ ...cancelBuild5, branch: 'ash' }, subject)).not.toBe(id)
  })

  it('+ pressed five times is one action, whose window begins anew', async () => {
    const { farm, openTab, pass } = scene()
    const tab = openTab()
    const ids = new Set([1, 2, 3, 4].map(() => tab.outbox.ask('raise', pendingJob(), 'try')))
    await pass(4 * SECOND)
    ids.add(tab.outbox.ask('raise', pendingJob(), 'try'))
    await pass(4 * SECOND)
    expect(farm.writes).toEqual([])
    await pass(SECOND)
    expect(ids.size).toBe(1)
    expect(farm.writes).toEqual([{ name: 'reprioritize', input: { branch: 'try', request_id: 50, priority: 8 } }])
  })

  it('+ and then - is nothing', async () => {
    const { farm, openTab, pass } = scene()
    const tab = openTab()
    const id = tab.outbox.ask('raise', pendingJob(), 'try')
    await settle()
    tab.outbox.ask('lower', pendingJob(), 'try')
    await pass(MINUTE)
    expect(tab.phases(id)).toEqual(['queued', 'undone'])
    expect(farm.writes).toEqual([])
  })

  it('surprise 18: a priority that the list did not tell is looked up, never left to the server', async () => {
    const { farm, openTab, pass } = scene()
    const tab = openTab()
    tab.outbox.ask('rebuild', pendingJob({ priority: null }), 'try')
    await pass(5 * SECOND)
    expect(farm.writes[0]?.input).toEqual({ branch: 'try', request_id: 50, count: 1, priority: 3 })
  })

  it('is not sent when that priority cannot be read', async () => {
    const { farm, openTab, pass } = scene()
    const tab = openTab()
    farm.readFault = 'offline'
    const id = tab.outbox.ask('rebuild', pendingJob({ priority: null }), 'try')
    await pass(MINUTE)
    expect(tab.phases(id)).toEqual(['queued', 'not sent'])
    expect(tab.record(id)?.failure?.kind).toBe('offline')
    expect(farm.writes).toEqual([])
  })
})

describe('the look into the log', () => {
  const cancel = (requestId: number) => ({ kind: 'cancelRequest', branch: 'try', requestId }) as const
  const about = (requestId: number) => ({ ...subject, buildId: null, requestIds: [requestId] })
  const bobCancels = (brid: number, when: number) => ({
    action: 'cancel_request',
    who: 'bob',
    when,
    what: { brid },
    completed_at: null,
    complete_data: null,
  })

  it.each([1, 3, 4.9])('is taken when an action is due, whatever was sent %d s before', async (apart) => {
    const { farm, openTab, pass, clock } = scene()
    const tab = openTab()
    tab.outbox.propose(cancel(1), about(1))
    await pass(apart * SECOND)
    const second = tab.outbox.propose(cancel(2), about(2))
    await pass(5 * SECOND - 1)
    farm.log.unshift(bobCancels(2, clock.now() / 1000))
    await pass(MINUTE)
    expect(farm.writes.map(({ input }) => input['request_id'])).toEqual([1])
    expect(tab.record(second)).toMatchObject({ hold: 'collision', collision: { who: 'bob' } })
  })

  it('is one for what is due together, and one for each that is not', async () => {
    const { farm, openTab, pass } = scene()
    const tab = openTab()
    // What is refused is not followed: all that is read are looks.
    farm.fault = { kind: 'rejected', acts: false }
    for (const id of [1, 2, 3]) tab.outbox.propose(cancel(id), about(id))
    await pass(3 * SECOND)
    tab.outbox.propose(cancel(4), about(4))
    await pass(2 * SECOND - 1)
    expect(farm.reads).toBe(0)
    await pass(1)
    expect([farm.reads, farm.writes.length]).toEqual([1, 3])
    await pass(3 * SECOND)
    expect([farm.reads, farm.writes.length]).toEqual([2, 4])
  })
})
