import { describe, expect, it } from 'vitest'
import type { JobRequest } from '../contract/records.ts'
import { queuedRecord, subject } from './actionSamples.ts'
import type { Plan } from './action.ts'
import { jobPlan } from './pushPlan.ts'
import { aimOf, collisions } from './radar.ts'
import type { Aim, WorkOf } from './radar.ts'

const NOW = 10_000
const entry = (action: string, what: JobRequest['what'], how: Partial<JobRequest> = {}): JobRequest => ({
  action,
  who: 'bob@example.com',
  when: NOW - 40,
  what,
  completed_at: null,
  complete_data: null,
  ...how,
})
const aim = (verb: Aim['verb'], how: Partial<Aim> = {}): Aim => ({ verb, branch: 'try', ...subject, ...how })
const seen = { entries: [], records: [], tab: 't1', now: NOW, offset: 0 }
const found = (own: Aim, one: JobRequest, workOf?: WorkOf) =>
  collisions(own, { ...seen, entries: [one], ...(workOf ? { workOf } : {}) }).map(({ words }) => words)

describe('collisions with what others ask', () => {
  it('tells who, when, what and whether it is done', () => {
    const done = entry(
      'rebuild_build',
      { bid: 5, priority: 0, count: 3 },
      { completed_at: NOW - 30, complete_data: { request_id: 8809, body: { errors: false, msg: 'Ok' } } },
    )
    expect(collisions(aim('rebuild'), { ...seen, entries: [done] })).toEqual([
      { from: 'log', who: 'bob@example.com', at: NOW - 40, words: 'rebuild ×3', done: true, job: 8809 },
    ])
  })

  const push = { branch: 'try', revision: '0123456789abcdef' }
  const more = jobPlan('Linux try build', push, 0)
  it.each<[string, Aim, JobRequest, boolean]>([
    ['the same build', aim('cancel'), entry('cancel_build', { bid: 5 }), true],
    ['the same request', aim('cancel'), entry('cancel_request', { brid: 50 }), true],
    ['another build', aim('cancel'), entry('cancel_build', { bid: 6 }), false],
    ['the whole push instead', aim('cancel'), entry('cancel_revision', push), true],
    [
      'the whole push by another branch’s name',
      aim('cancel', { branch: 'try-comm-central' }),
      entry('cancel_revision', push),
      true,
    ],
    ['a push on a branch apart', aim('cancel'), entry('cancel_revision', { ...push, branch: 'ash' }), false],
    ['a rebuild of what is cancelled', aim('cancel'), entry('rebuild_build', { bid: 5, priority: 0, count: 1 }), false],
    ['the same push', aim('cancelPush'), entry('cancel_revision', push), true],
    ['another push', aim('cancelPush'), entry('cancel_revision', { ...push, revision: 'ffffffffffff' }), false],
    ['a rebuild of its request', aim('rebuild'), entry('rebuild_request', { brid: 50, priority: 0, count: 1 }), true],
    ['its priority', aim('reprioritize'), entry('reprioritize', { brid: 50, priority: 3 }), true],
    ['new builds', aim('newBuild'), entry('new_build_at_revision', push), true],
    [
      'new builds, in a word the database cut',
      aim('newPgoBuild'),
      entry('new_pgobuild_at_revi', { ...push, priority: 0 }),
      true,
    ],
    ['new builds of another sort', aim('newBuild'), entry('new_pgobuild_at_revision', { ...push, priority: 0 }), false],
    ['nightlies', aim('newNightly'), entry('new_nightly_at_revision', { ...push, priority: 0 }), true],
    [
      'the same builder started at the same revision',
      aim('rebuild'),
      entry('new_build_for_builder', { ...push, branch: 'try-selfserve', builder_name: 'Linux try build' }),
      true,
    ],
    [
      'the same job more, in a word the database cut',
      aimOf(more.plan, more.subject),
      entry('new_build_for_builde', { ...push, branch: 'try-selfserve', builder_name: 'Linux try build' }),
      true,
    ],
    [
      'a job of another builder',
      aimOf(more.plan, more.subject),
      entry('new_build_for_builder', { ...push, branch: 'try-selfserve', builder_name: 'Linux try debug build' }),
      false,
    ],
    ['an action nobody knows', aim('rebuild'), entry('dance', { bid: 5 }), false],
  ])('%s', (_, own, one, collides) => {
    expect(found(own, one)).toHaveLength(collides ? 1 : 0)
  })

  it('knows a rebuild of another attempt of the same work, where a list tells what it was', () => {
    const other = entry('rebuild_build', { bid: 77, priority: 0, count: 1 })
    expect(found(aim('rebuild'), other)).toEqual([])
    expect(found(aim('rebuild'), other, () => ({ builder: 'Linux try build', revision: '0123456789ab' }))).toEqual([
      'rebuild',
    ])
    expect(found(aim('rebuild'), other, () => ({ builder: 'Linux try build', revision: 'ffffffffffff' }))).toEqual([])
  })

  it('looks ten minutes back, by the server’s clock', () => {
    const old = entry('cancel_build', { bid: 5 }, { when: NOW - 601 })
    expect(found(aim('cancel'), old)).toEqual([])
    expect(collisions(aim('cancel'), { ...seen, entries: [old], offset: -120 })).toHaveLength(1)
  })
})

describe('collisions with ourselves', () => {
  const plan: Plan = { kind: 'cancelBuild', branch: 'try', buildId: 5 }
  const own = aimOf(plan, subject)
  const sent = (tab: string) =>
    queuedRecord(plan, {
      tab,
      steps: [
        { phase: 'queued', at: (NOW - 50) * 1000 },
        { phase: 'sent', at: (NOW - 41) * 1000 },
        { phase: 'accepted', at: (NOW - 40) * 1000 },
      ],
      job: 9,
    })
  const logged = entry('cancel_build', { bid: 5 }, { who: 'ann@example.com' })

  it('in this tab are none, and its entry of the log is its own', () => {
    expect(collisions(own, { ...seen, entries: [logged], records: [sent('t1')] })).toEqual([])
  })

  it('in another tab are one, not also the log’s', () => {
    expect(collisions(own, { ...seen, entries: [logged], records: [sent('t2')] })).toEqual([
      { from: 'tab', who: null, at: NOW - 41, words: 'Cancel build 5', done: false, job: 9 },
    ])
  })

  it('in another tab are none once taken back', () => {
    const { steps } = sent('t2')
    const undone = { ...sent('t2'), steps: [...steps.slice(0, 1), { phase: 'undone' as const, at: NOW * 1000 }] }
    expect(collisions(own, { ...seen, records: [undone] })).toEqual([])
  })

  it('in another browser stand in the log', () => {
    expect(collisions(own, { ...seen, entries: [logged] })).toMatchObject([{ from: 'log', who: 'ann@example.com' }])
  })
})
