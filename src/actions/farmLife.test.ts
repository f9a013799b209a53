import { describe, expect, it } from 'vitest'
import { createClient } from '../client/client.ts'
import { isProbablyOrphaned } from '../domain/actionState.ts'
import { jobOfBuild, jobOfRequest } from '../domain/job.ts'
import { createFarm } from '../farm/farm.ts'
import type { Farm } from '../farm/farm.ts'
import type { ScenarioName } from '../farm/scenarios.ts'
import { farmFetch } from '../mocks/node.ts'
import { MINUTE, SECOND } from './testing/scene.ts'
import { manualClock, stage } from './testing/stage.ts'

const BIRTH = Date.UTC(2026, 10, 20, 18) / 1000

/** One tab before a generated farm, over the real client; `lose` makes the answer of writes get lost. */
function onFarm(scenario: ScenarioName, lose: 'nothing' | 'request' | 'answer' = 'nothing') {
  const made = createFarm({ scenario, seed: 1, birth: BIRTH, journal: [] })
  const farm: Farm = { ...made, answer: (ask) => ({ ...made.answer(ask), delay: 0 }) }
  const time = manualClock(BIRTH * 1000)
  const now = (): number => time.clock.now() / 1000
  const wire = farmFetch(farm, now)
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const writing = (init?.method ?? 'GET') !== 'GET'
    if (writing && lose === 'request') throw new TypeError('lost')
    const response = await wire(input, init)
    if (writing && lose === 'answer') throw new TypeError('lost')
    return response
  }
  const client = createClient({ base: '/buildapi', fetch, now: time.clock.now })
  const set = stage(client, { time })
  const tab = set.openTab()
  const truth = () => farm.truth(now())
  const words = (id: string | null): string => tab.phases(id).join(', ')
  /** As a page has it. */
  const build = async (id: number) => jobOfBuild((await client.read('build', { branch: 'try', build_id: id })).value)
  const request = async (id: number) =>
    jobOfRequest((await client.read('request', { branch: 'try', request_id: id })).value)
  const running = () => {
    const found = truth().running.find((one) => one.branch === 'try' && !one.unstoppable && one.endsAt > now() + 600)
    return build(found?.buildId ?? 0)
  }
  const pending = () => request(truth().pending.find((one) => one.branch === 'try')?.requestId ?? 0)
  const writes = (): number => Object.values(farm.writes()).reduce((sum, count) => sum + count, 0)
  return { ...set, tab, farm, truth, words, build, running, pending, writes }
}

const WHOLE = 'queued, sent, accepted, acted on, seen'

describe('on a farm, through the real client', () => {
  it('a running build is cancelled', async () => {
    const { tab, words, running, pass, build, writes } = onFarm('calm')
    const job = await running()
    const id = tab.outbox.ask('cancel', job, 'try')
    await pass(3 * MINUTE)
    expect(words(id)).toBe(WHOLE)
    expect((await build(job.buildId ?? 0)).ended).not.toBeNull()
    expect(writes()).toBe(1)
  })

  it('a pending request gets another priority, then is cancelled', async () => {
    const { tab, words, pending, pass, writes } = onFarm('calm')
    const job = await pending()
    const raised = tab.outbox.ask('setPriority', job, 'try', { priority: -5 })
    await pass(MINUTE)
    const cancelled = tab.outbox.ask('cancel', job, 'try')
    await pass(MINUTE)
    expect([words(raised), words(cancelled)]).toEqual([WHOLE, WHOLE])
    expect(writes()).toBe(2)
  })

  it('rebuild ×3 makes exactly three requests, found and linked', async () => {
    const { tab, words, running, pass, truth, writes } = onFarm('calm')
    const before = truth().counts.requests
    const job = await running()
    const id = tab.outbox.ask('rebuild', job, 'try', { count: 3 })
    await pass(3 * MINUTE)
    expect(words(id)).toBe(WHOLE)
    const evidence = tab.record(id)?.evidence
    expect(evidence && 'requestIds' in evidence ? evidence.requestIds.length : 0).toBe(3)
    expect(truth().counts.requests).toBeGreaterThanOrEqual(before + 3)
    expect(writes()).toBe(1)
  })

  it('a build that ended meanwhile leaves nothing to do', async () => {
    const { tab, words, truth, build, pass } = onFarm('calm')
    const ended = truth().failed.find((one) => one.branch === 'try' && one.result === 2)
    const id = tab.outbox.ask('cancel', await build(ended?.buildId ?? 0), 'try')
    await pass(3 * MINUTE)
    expect(words(id)).toBe('queued, sent, accepted, acted on, nothing to do')
  })

  it('an answer lost after acting is found in the log, and goes on to be seen', async () => {
    const { tab, words, running, pass, writes } = onFarm('calm', 'answer')
    const id = tab.outbox.ask('cancel', await running(), 'try')
    await pass(3 * MINUTE)
    expect(words(id)).toBe('queued, sent, unknown, accepted, acted on, seen')
    expect(writes()).toBe(1)
  })

  it('a request lost before acting is not found', async () => {
    const { tab, words, running, pass, writes } = onFarm('calm', 'request')
    const id = tab.outbox.ask('cancel', await running(), 'try')
    await pass(40 * SECOND)
    expect(words(id)).toBe('queued, sent, unknown')
    expect(tab.outbox.sendAgain(id ?? '')).not.toBeNull()
    expect(writes()).toBe(0)
  })

  it('surprise 15: a broker that refuses leaves it never handed over', async () => {
    const { tab, words, running, pass, writes } = onFarm('broker-down')
    const id = tab.outbox.ask('cancel', await running(), 'try')
    await pass(3 * MINUTE)
    expect(words(id)).toBe('queued, sent, never handed over')
    expect(writes()).toBe(1)
  })

  it('an agent that is dead leaves it accepted, probably orphaned', async () => {
    const { tab, words, running, pass, clock } = onFarm('agent-dead')
    const id = tab.outbox.ask('cancel', await running(), 'try')
    await pass(6 * MINUTE)
    const record = tab.record(id)
    expect(words(id)).toBe('queued, sent, accepted')
    expect(record && isProbablyOrphaned(record, clock.now())).toBe(true)
  })

  it('surprise 8: signed out, it fails', async () => {
    const { tab, words, running, pass } = onFarm('signed-out')
    const id = tab.outbox.ask('cancel', await running(), 'try')
    await pass(MINUTE)
    expect(words(id)).toBe('queued, sent, failed')
    expect(tab.record(id)?.failure?.kind).toBe('signedOut')
  })
})
