import { describe, expect, it } from 'vitest'
import type { FailureKind } from '../contract/failure.ts'
import { phaseOf } from '../domain/actionLife.ts'
import { subject } from '../domain/actionSamples.ts'
import { viewBatch } from '../domain/batch.ts'
import { asked, cancels, rebuilds, target, title } from './testing/manyAsked.ts'
import { MINUTE, scene, SECOND } from './testing/scene.ts'
import { settle } from './testing/stage.ts'

const bobCancels = (brid: number, when: number) => ({
  action: 'cancel_request',
  who: 'bob',
  when,
  what: { brid },
  completed_at: null,
  complete_data: null,
})

describe('many at once', () => {
  it('leave one at a time and a second apart, after one undo window, in their order', async () => {
    const { farm, pass, written, clock, view } = asked()
    const times: number[] = []
    farm.onWrite = async () => void times.push(clock.now())
    await pass(5 * SECOND - 1)
    expect(written()).toEqual([])
    expect(view()).toMatchObject({ state: 'queued', waiting: 5, of: 5, title })
    await pass(2 * SECOND)
    expect(view()).toMatchObject({ state: 'sending', left: 2, waiting: 3 })
    await pass(MINUTE)
    expect(written()).toEqual([100, 101, 102, 103, 104])
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(SECOND)
    expect(view()).toMatchObject({ state: 'following', left: 5, counts: { accepted: 5 } })
  })

  it('leave at once when told to, still a second apart', async () => {
    const { tab, id, pass, written } = asked()
    tab.batches.sendNow(id)
    await pass(0)
    expect(written()).toEqual([100])
    await pass(2 * SECOND)
    expect(written()).toEqual([100, 101, 102])
  })

  it('taken back in time, nothing is sent', async () => {
    const { tab, id, pass, written, view } = asked()
    await pass(4 * SECOND)
    void tab.batches.undo(id)
    await pass(MINUTE)
    expect(written()).toEqual([])
    expect(view()).toMatchObject({ state: 'done', counts: { undone: 5 } })
  })

  it('name each target once, and leave out a cancel that is under way', async () => {
    const { tab, pass, written } = asked(cancels(2))
    await pass(7 * SECOND)
    const again = tab.batches.proposeMany([...cancels(3), ...cancels(3)], { title })
    expect(viewBatch(tab.records(), again ?? '')).toMatchObject({ of: 1 })
    expect(tab.batches.proposeMany(cancels(3), { title })).toBeNull()
    await pass(MINUTE)
    expect(written()).toEqual([100, 101, 102])
  })

  it('go beside single actions, never two at a time', async () => {
    const { tab, farm, pass, written } = asked()
    let onWire = 0
    let most = 0
    farm.onWrite = async () => {
      most = Math.max(most, (onWire += 1))
      await settle()
      onWire -= 1
    }
    await pass(SECOND)
    tab.outbox.propose(target({ kind: 'cancelRequest', branch: 'try', requestId: 7 }).plan, subject)
    await pass(MINUTE)
    expect(new Set(written())).toEqual(new Set([7, 100, 101, 102, 103, 104]))
    expect(written().length).toBe(6)
    expect(most).toBe(1)
  })
})

describe('taken back', () => {
  it('is what one press asked for: one that was sent again alone, else all that has not left', async () => {
    const { tab, pass, farm, view } = asked(cancels(20))
    farm.fault = { kind: 'rejected', acts: false }
    farm.onWrite = async () => void (farm.fault = null)
    await pass(8 * SECOND)
    const failed = view()?.records.find((record) => phaseOf(record) === 'failed')
    const waiting = view()?.waiting
    const asAsked = tab.outbox.sendAgain(failed?.id ?? '')
    const again = tab.records().find(({ id }) => id === asAsked)
    if (!again) throw new Error('not sent again')
    await tab.batches.undoPress(again)
    expect(view()?.waiting).toBe(waiting)
    const next = view()?.records.find((record) => phaseOf(record) === 'queued')
    if (!next) throw new Error('nothing waits')
    await tab.batches.undoPress(next)
    expect(view()?.waiting).toBe(0)
  })
})

describe('stopped', () => {
  it.each([0, 1, 3, 5])('after %i, exactly those were sent, and the rest says so', async (k) => {
    const { tab, id, farm, pass, written, view } = asked()
    farm.onWrite = async () => {
      if (farm.writes.length === k) tab.batches.stop(id)
    }
    if (k === 0) tab.batches.stop(id)
    await pass(5 * MINUTE)
    expect(written().length).toBe(k)
    expect(view()?.counts['not sent'] ?? 0).toBe(5 - k)
    expect(view()?.records.filter((record) => record.hold === 'stopped').length).toBe(5 - k)
  })

  it('from another tab', async () => {
    const { id, pass, openTab, written, view } = asked()
    const other = openTab()
    await pass(5 * SECOND)
    other.batches.stop(id)
    await pass(MINUTE)
    expect(written()).toEqual([100])
    expect(view()).toMatchObject({ counts: { accepted: 1, 'not sent': 4 }, resumable: 4 })
  })

  it('goes on in the same places when resumed, by new records', async () => {
    const { tab, id, pass, written, view } = asked()
    await pass(6 * SECOND)
    tab.batches.stop(id)
    tab.batches.resume(id)
    await pass(4 * SECOND)
    expect(written()).toEqual([100, 101])
    await pass(MINUTE)
    expect(written()).toEqual([100, 101, 102, 103, 104])
    expect(view()).toMatchObject({ of: 5, left: 5, counts: { accepted: 5 } })
    expect(tab.records().length).toBe(8)
  })
})

describe('three failures in a row', () => {
  it.each(['signedOut', 'neverHandedOver', 'timeout'] satisfies FailureKind[])('%s: halt it', async (kind) => {
    const { tab, id, farm, pass, written, view } = asked(cancels(8))
    await pass(6 * SECOND)
    farm.fault = { kind, acts: false }
    await pass(10 * MINUTE)
    expect(written().length).toBe(5)
    expect(view()).toMatchObject({ state: 'halted', waiting: 0, resumable: 3 })
    farm.fault = null
    tab.batches.resume(id)
    await pass(MINUTE)
    expect(written().length).toBe(8)
    expect(view()?.counts.accepted).toBe(5)
  })

  it('two are not enough, nor three apart', async () => {
    const { farm, pass, written } = asked(cancels(8))
    farm.onWrite = async () => {
      farm.fault = farm.writes.length % 3 === 0 ? null : { kind: 'rejected', acts: false }
    }
    await pass(MINUTE)
    expect(written().length).toBe(8)
  })

  it('resumed and failing on, it halts again after three', async () => {
    const { tab, id, farm, pass, written } = asked(cancels(9))
    farm.fault = { kind: 'signedOut', acts: false }
    await pass(MINUTE)
    expect(written().length).toBe(3)
    tab.batches.resume(id)
    await pass(MINUTE)
    expect(written().length).toBe(6)
  })

  it('of the agent count too', async () => {
    const { farm, pass, written, view } = asked(cancels(30))
    await pass(5 * SECOND)
    farm.agentAnswers({ errors: true, msg: 'No request with that id' })
    for (let turn = 0; turn < 30; turn += 1) {
      await pass(SECOND)
      farm.agentAnswers({ errors: true, msg: 'No request with that id' })
    }
    expect(written().length).toBeLessThan(15)
    expect(view()?.state).toBe('halted')
  })
})

describe('without the tab that asked', () => {
  it('nothing more is sent; the next visit says so, and may resume', async () => {
    const { tab, id, pass, openTab, written } = asked()
    await pass(6 * SECOND)
    tab.close()
    const next = openTab()
    await pass(10 * MINUTE)
    expect(written()).toEqual([100, 101])
    expect(viewBatch(next.records(), id)).toMatchObject({ resumable: 3, counts: { 'not sent': 3 }, waiting: 0 })
    next.batches.resume(id)
    await pass(MINUTE)
    expect(written()).toEqual([100, 101, 102, 103, 104])
    expect(viewBatch(next.records(), id)).toMatchObject({ of: 5, left: 5 })
  })

  it('a machine that slept in the middle sends nothing more by itself', async () => {
    const { pass, sleep, written, view } = asked()
    await pass(6 * SECOND)
    await sleep(60 * MINUTE)
    await pass(10 * MINUTE)
    expect(written()).toEqual([100, 101])
    expect(view()?.counts['not sent']).toBe(3)
  })

  it('it waits for a press once the log tells that another person is signed in', async () => {
    const { openTab, pass, person, farm } = scene()
    Object.assign(person, { me: 'zoe', certain: true })
    const tab = openTab()
    const id = tab.batches.proposeMany(cancels(9), { title }) ?? ''
    await pass(7 * SECOND)
    farm.agentAnswers({ msg: '1: Ok' })
    await pass(10 * MINUTE)
    const sent = farm.writes.length
    expect(person.me).toBe('ann')
    expect(sent).toBeLessThan(9)
    expect(viewBatch(tab.records(), id, 'ann')).toMatchObject({ state: 'halted', resumable: 9 - sent })
    tab.batches.resume(id)
    await pass(MINUTE)
    expect(farm.writes.length).toBe(9)
  })
})

describe('somebody else asked for the same', () => {
  it('is held while the rest goes on, and goes by a press of its own', async () => {
    const { tab, farm, pass, written, view } = asked()
    farm.log.unshift(bobCancels(102, 1001))
    await pass(MINUTE)
    expect(written()).toEqual([100, 101, 103, 104])
    const held = view()?.records[2]
    expect(held).toMatchObject({ hold: 'collision', collision: { from: 'log', who: 'bob', at: 1001, job: null } })
    expect(view()).toMatchObject({ collided: 1, counts: { queued: 1 } })
    tab.outbox.sendNow(held?.id ?? '')
    await pass(SECOND)
    expect(written()).toEqual([100, 101, 103, 104, 102])
  })

  it('is seen while the batch is on its way: each looks anew', async () => {
    const { farm, pass, written } = asked(cancels(20))
    await pass(8 * SECOND)
    const sent = written().length
    farm.log.unshift(bobCancels(100 + sent, farm.now() / 1000))
    await pass(MINUTE)
    expect(written()).not.toContain(100 + sent)
    expect(written().length).toBe(19)
  })

  it('two tabs that ask for the same at once never do it twice', async () => {
    const { openTab, farm, pass } = scene()
    const tabs = [openTab(), openTab()]
    for (const tab of tabs) tab.batches.proposeMany(rebuilds(6), { title })
    await pass(2 * MINUTE)
    const ids = farm.writes.map((write) => write.input['request_id'])
    expect(ids.length).toBe(6)
    expect(new Set(ids).size).toBe(6)
  })
})

describe('following many', () => {
  it('costs at most a look a second and a page of the log every five, besides the radar’s one before each write', async () => {
    const { farm, pass, view } = asked(cancels(40))
    for (const { plan } of cancels(40)) {
      if ('requestId' in plan) farm.made.push({ ...farm.request, request_id: plan.requestId, complete: 1 })
    }
    let most = 0
    for (let minute = 0; minute < 3; minute += 1) {
      const before = farm.reads
      for (let turn = 0; turn < 20; turn += 1) {
        await pass(3 * SECOND)
        farm.agentAnswers({ msg: 'Ok' })
      }
      most = Math.max(most, farm.reads - before)
    }
    expect(view()?.counts).toEqual({ seen: 40 })
    expect(most).toBeLessThanOrEqual(60 + 12 + 40)
  })
})
