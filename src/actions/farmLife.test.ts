import { describe, expect, it } from 'vitest'
import { createClient } from '../client/client.ts'
import { isProbablyOrphaned } from '../domain/actionState.ts'
import { viewBatch } from '../domain/batch.ts'
import { jobOfBuild, jobOfRequest } from '../domain/job.ts'
import { planFor } from '../domain/propose.ts'
import { jobPlan, pushPlan } from '../domain/pushPlan.ts'
import { createFarm } from '../farm/farm.ts'
import type { Farm } from '../farm/farm.ts'
import type { ScenarioName } from '../farm/scenarios.ts'
import { farmFetch } from '../mocks/node.ts'
import type { Asked } from './batches.ts'
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
  return { ...set, tab, farm, truth, words, build, request, running, pending, writes }
}

/** Milliseconds: a world takes seconds to come about on a busy machine. */
const PATIENT = 30_000

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

describe('many at once, on a farm', () => {
  it(
    'stopped after 12 of 40, the farm counts 12 writes, and 12 jobs are seen to have ended',
    async () => {
      const { tab, truth, build, request, pass, farm, writes } = onFarm('calm')
      const now = truth()
      const running = now.running.filter(
        (one) => one.branch === 'try' && !one.unstoppable && one.endsAt > now.now + 600,
      )
      const pending = now.pending.filter((one) => one.branch === 'try').slice(0, 40 - Math.min(20, running.length))
      const jobs = [
        ...(await Promise.all(running.slice(0, 20).map((one) => build(one.buildId)))),
        ...(await Promise.all(pending.map((one) => request(one.requestId)))),
      ]
      const asked = jobs.flatMap((job): readonly Asked[] => {
        const planned = planFor('cancel', job, 'try')
        return planned ? [planned] : []
      })
      expect(asked.length).toBe(40)
      const id = tab.batches.proposeMany(asked, { title: 'Cancel 40 jobs' }) ?? ''
      await pass(5 * SECOND + 11 * SECOND)
      expect(writes()).toBe(12)
      tab.batches.stop(id)
      await pass(3 * MINUTE)
      expect(writes()).toBe(12)
      const view = viewBatch(tab.records(), id)
      expect(view).toMatchObject({ of: 40, left: 12, state: 'done', counts: { 'not sent': 28 } })
      const ended = (view?.counts.seen ?? 0) + (view?.counts['nothing to do'] ?? 0)
      expect(ended).toBe(12)
      expect(Object.values(farm.writes()).length).toBeLessThanOrEqual(2)
    },
    PATIENT,
  )
})

describe('a whole push, on a farm', () => {
  /** A push of try with something that waits and something that runs. */
  const push = (truth: ReturnType<ReturnType<typeof onFarm>['truth']>): { revision: string; requestIds: number[] } => {
    const mine = truth.pending.filter((one) => one.branch === 'try' && one.revision !== null)
    const revision = mine.at(-1)?.revision ?? ''
    return { revision, requestIds: mine.filter((one) => one.revision === revision).map((one) => one.requestId) }
  }
  const cases = [['cancelRevision'], ['newBuild']] as const

  it.each(cases)(
    '%s is followed until it is seen',
    async (kind) => {
      const { tab, words, truth, pass, writes } = onFarm('calm')
      const { plan, subject } = pushPlan(kind, { branch: 'try', ...push(truth()) })
      const id = tab.outbox.propose(plan, subject)
      await pass(3 * MINUTE)
      expect(words(id)).toBe(WHOLE)
      expect(writes()).toBe(1)
    },
    PATIENT,
  )

  it(
    'three more jobs of a builder leave one by one, and each is seen in a request of its own',
    async () => {
      const { tab, truth, pass, writes } = onFarm('calm')
      const { revision } = push(truth())
      const builder = truth().running.find((one) => one.branch === 'try')?.builder ?? ''
      const one = jobPlan(builder, { branch: 'try', revision }, 2)
      const id = tab.batches.proposeMany([one, one, one], { title: 'Start 3 jobs' }) ?? ''
      await pass(3 * MINUTE)
      expect(viewBatch(tab.records(), id)).toMatchObject({ of: 3, counts: { seen: 3 } })
      const made = tab
        .records()
        .flatMap(({ evidence }) => (evidence && 'requestIds' in evidence ? evidence.requestIds : []))
      expect(new Set(made).size).toBe(3)
      expect(writes()).toBe(3)
    },
    PATIENT,
  )

  it(
    'new nightlies are seen by who asked for them; a branch without PGO builds leaves nothing to do',
    async () => {
      const { tab, words, truth, pass } = onFarm('calm')
      const revision = truth().merged.find((one) => one.branch === 'mozilla-central')?.revision ?? 'e0517ffd4cde'
      const nightly = pushPlan('newNightly', { branch: 'mozilla-central', revision })
      const pgo = pushPlan('newPgoBuild', { branch: 'try', revision: push(truth()).revision })
      const ids = [nightly, pgo].map(({ plan, subject }) => tab.outbox.propose(plan, subject))
      await pass(3 * MINUTE)
      expect(ids.map(words)).toEqual([WHOLE, 'queued, sent, accepted, acted on, nothing to do'])
      const evidence = tab.record(ids[0] ?? null)?.evidence
      expect(evidence && 'requestIds' in evidence ? evidence.requestIds.length : 0).toBeGreaterThan(0)
    },
    PATIENT,
  )
})
