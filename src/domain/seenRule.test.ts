import { describe, expect, it } from 'vitest'
import cancelled from '../contract/recorded/204-cancel-request-pending-after.json' with { type: 'json' }
import pendingRequest from '../contract/recorded/058-request-pending.json' with { type: 'json' }
import stopped from '../contract/recorded/219-cancel-build-running-merged-after.json' with { type: 'json' }
import reprioritized from '../contract/recorded/180-reprioritize-ok-after.json' with { type: 'json' }
import type { ActionRecord, Plan } from './action.ts'
import { queuedRecord } from './actionSamples.ts'
import { jobPlan, pushPlan } from './pushPlan.ts'
import {
  claimedByOthers,
  madeCandidates,
  seenBuildEnd,
  seenNewWork,
  seenPriority,
  seenPushGone,
  seenRebuild,
  seenRequestEnd,
} from './seenRule.ts'
import type { MadeRequest } from './seenRule.ts'

const plan: Plan = { kind: 'rebuildBuild', branch: 'try', buildId: 5, count: 2, priority: 0 }
const rebuild = (how: Partial<ActionRecord> = {}): ActionRecord =>
  queuedRecord(plan, { loggedAt: 1000, who: 'ann', ...how })
const made = (requestId: number, how: Partial<MadeRequest> = {}): MadeRequest => ({
  requestId,
  builder: 'Linux try build',
  revision: '0123456789ab0123456789ab0123456789ab0123',
  submitted: 1001,
  reason: 'Self-serve: Rebuilt by ann',
  ...how,
})
const nobody = new Set<number>()

describe('the effect is seen', () => {
  it('of a cancelled build when it has an end', () => {
    expect(seenBuildEnd({ endtime: null })).toBeNull()
    const { endtime } = stopped.response.body
    expect(endtime).not.toBeNull()
    expect(seenBuildEnd(stopped.response.body)).toEqual({ endedAt: endtime })
  })

  it('surprise 30: of a cancelled request when it is complete, though no list shows it any more', () => {
    expect(seenRequestEnd(pendingRequest.response.body)).toBeNull()
    expect(seenRequestEnd(cancelled.response.body)).toEqual({ endedAt: cancelled.response.body.complete_at })
  })

  it('of a priority when the request has it', () => {
    expect(seenPriority(reprioritized.response.body, 7)).toEqual({ priority: 7 })
    expect(seenPriority(reprioritized.response.body, 8)).toBeNull()
  })

  it('of a rebuild when at least as many requests are there as were asked for, the first of them', () => {
    expect(seenRebuild(rebuild(), 2, [made(71)], nobody)).toBeNull()
    expect(seenRebuild(rebuild(), 2, [made(73), made(72), made(71)], nobody)).toEqual({ requestIds: [71, 72] })
  })

  it.each([
    ['another builder', { builder: 'Linux try leak test build' }],
    ['another revision', { revision: 'ffffffffffff' }],
    ['no revision', { revision: null }],
    ['submitted before', { submitted: 900 }],
    ['another person', { reason: 'Self-serve: Rebuilt by bob' }],
    ['a person whose name only begins alike', { reason: 'Self-serve: Rebuilt by annabel' }],
    ['another reason', { reason: 'scheduler' }],
    ['the request it was', { requestId: 50 }],
  ])('not of a rebuild by a request with %s', (_, how) => {
    expect(seenRebuild(rebuild(), 1, [made(71, how)], nobody)).toBeNull()
  })

  it('of a rebuild by anybody while we do not know who we are', () => {
    const unknown = rebuild({ who: null })
    expect(seenRebuild(unknown, 1, [made(71, { reason: 'Self-serve: Rebuilt by bob' })], nobody)).not.toBeNull()
    expect(seenRebuild(unknown, 1, [made(71, { reason: 'Self-serve: Requested by bob' })], nobody)).toBeNull()
  })

  it('of a nightly without revision by its builder', () => {
    const nightly = rebuild({ subject: { builder: 'Linux nightly', revision: null, buildId: 5, requestIds: [50] } })
    expect(seenRebuild(nightly, 1, [made(71, { builder: 'Linux nightly', revision: null })], nobody)).not.toBeNull()
    expect(seenRebuild(nightly, 1, [made(71, { builder: 'Linux nightly' })], nobody)).toBeNull()
  })

  it('never twice by one request', () => {
    const other = rebuild({ id: 'a2', evidence: { requestIds: [71] } })
    const claimed = claimedByOthers(rebuild(), [rebuild(), other])
    expect(seenRebuild(rebuild(), 1, [made(71)], claimed)).toBeNull()
    expect(seenRebuild(rebuild(), 1, [made(71), made(72)], claimed)).toEqual({ requestIds: [72] })
  })
})

describe('where a rebuild is looked for', () => {
  const pending = {
    pending: {
      try: { '0123456789ab': [item(71), item(70, 'another'), item(69, undefined, 10)], ffffffffffff: [item(68)] },
    },
  }
  const running = {
    running: {
      try: {
        ffffffffffff: [
          {
            ...item(9),
            request_ids: [72, 50],
            start_time: 1005,
            claimed_by_name: null,
            last_heartbeat: null,
            number: 1,
            revision: null,
          },
        ],
      },
    },
  }
  function item(id: number, buildername = 'Linux try build', submitted_at = 1002) {
    return { id, buildername, submitted_at }
  }

  it('takes what waits for our revision and what runs for any, of our builder and since then', () => {
    expect(madeCandidates(rebuild(), { pending, running })).toEqual([71, 72])
  })
})

describe('a whole push', () => {
  const revision = '0123456789ab'
  const push = { branch: 'try', revision: `${revision}0123456789ab0123456789ab0123` }
  const whole = (kind: Parameters<typeof pushPlan>[0], how: Partial<ActionRecord> = {}): ActionRecord => {
    const { plan: asked, subject } = pushPlan(kind, { ...push, requestIds: [50] })
    return queuedRecord(asked, { subject, loggedAt: 1000, who: 'ann', ...how })
  }
  const waits = (id: number, submitted_at = 900) => ({ id, buildername: 'Linux try build', submitted_at })
  const runs = (request_ids: number[], submitted_at = 900) => ({
    ...waits(9, submitted_at),
    request_ids,
    start_time: 950,
    claimed_by_name: null,
    last_heartbeat: null,
    number: 1,
    revision: null,
  })
  const none = { pending: { pending: {} }, running: { running: {} } }
  const cancel = whole('cancelRevision', { agent: { errors: false, msg: '50: Ok', at: 1005 } })

  it('is gone when nothing of it waits or runs', () => {
    expect(seenPushGone(cancel, push, none)).toEqual({ endedAt: null })
  })

  it.each([
    ['waits', { ...none, pending: { pending: { try: { [revision]: [waits(51)] } } } }],
    ['runs', { ...none, running: { running: { try: { [revision]: [runs([51])] } } } }],
    ['runs merged into a newer push', { ...none, running: { running: { try: { ffffffffffff: [runs([60, 50])] } } } }],
  ])('is not gone while a job of it %s', (_, now) => {
    expect(seenPushGone(cancel, push, now)).toBeNull()
  })

  it('is gone whatever is on another branch, of another push, or was asked for since', () => {
    const pending = { 'try-comm-central': { [revision]: [waits(51)] }, try: { [revision]: [waits(52, 1006)] } }
    const running = { try: { ffffffffffff: [runs([60])] } }
    expect(seenPushGone(cancel, push, { pending: { pending }, running: { running } })).not.toBeNull()
  })

  const fresh = (requestId: number, how: Partial<MadeRequest> = {}) =>
    made(requestId, { reason: 'Self-serve: Requested by ann', ...how })

  it.each(['newPgoBuild', 'newNightly'] as const)('%s is seen by the name of who asked', (kind) => {
    const asked = whole(kind)
    const seen = (...requests: MadeRequest[]) => seenNewWork(asked, pushPlan(kind, push).plan, requests, nobody)
    expect(seen(fresh(71), fresh(70))).toEqual({ requestIds: [70, 71] })
    expect(seen(fresh(70, { reason: 'Self-serve: Requested by bob' }))).toBeNull()
    expect(seen(fresh(70, { reason: 'scheduler' }))).toBeNull()
    expect(seen(fresh(70, { submitted: 900 }))).toBeNull()
    expect(seen(fresh(50))).toBeNull()
    expect(seen(fresh(70, { revision: 'ffffffffffff' }))).toBeNull()
  })

  it('new builds say scheduler, and so do tests that other builds set off: these do not count', () => {
    const seen = (request: MadeRequest) =>
      seenNewWork(whole('newBuild'), pushPlan('newBuild', push).plan, [request], nobody)
    expect(seen(fresh(70, { reason: 'scheduler' }))).not.toBeNull()
    expect(seen(fresh(70, { reason: 'scheduler', builder: 'Linux try debug test mochitest-1' }))).toBeNull()
    expect(seen(fresh(70, { reason: 'Self-serve: Rebuilt by ann' }))).toBeNull()
  })

  it('one more job is one request of its builder, and not that of another press', () => {
    const { plan: asked, subject } = jobPlan('Linux try build', push, 0)
    const record = queuedRecord(asked, { subject, loggedAt: 1000, who: 'ann' })
    const seen = (claimed: ReadonlySet<number>, ...requests: MadeRequest[]) =>
      asked.kind === 'cancelRevision' ? null : seenNewWork(record, asked, requests, claimed)
    expect(seen(nobody, fresh(72), fresh(71))).toEqual({ requestIds: [71] })
    expect(seen(new Set([71]), fresh(72), fresh(71))).toEqual({ requestIds: [72] })
    expect(seen(nobody, fresh(71, { builder: 'Linux try debug build' }))).toBeNull()
  })
})
