import { describe, expect, it } from 'vitest'
import orphans from '../contract/recorded/307-broker-down-orphan-jobs.json' with { type: 'json' }
import pushCancelled from '../contract/recorded/230-cancel-revision-active-job.json' with { type: 'json' }
import newBuild from '../contract/recorded/261-new-build-at-rev-job.json' with { type: 'json' }
import newPgo from '../contract/recorded/275-new-pgo-at-rev-job.json' with { type: 'json' }
import newNightly from '../contract/recorded/278-new-nightly-at-rev-job.json' with { type: 'json' }
import newJob from '../contract/recorded/282-new-build-for-builder-job.json' with { type: 'json' }
import type { JobRequest } from '../contract/records.ts'
import type { ActionRecord, Plan } from './action.ts'
import { queuedRecord } from './actionSamples.ts'
import { jobPlan, pushPlan } from './pushPlan.ts'
import { entryFits, jobOf, matchLog } from './reconcile.ts'

const rebuild: Plan = { kind: 'rebuildBuild', branch: 'try', buildId: 309, count: 3, priority: 2 }
const entry = (how: Partial<JobRequest> = {}): JobRequest => ({
  action: 'rebuild_build',
  who: 'ann',
  when: 1000,
  what: { bid: 309, count: 3, priority: 2 },
  completed_at: null,
  complete_data: null,
  ...how,
})
const unknown = (id: string, sentAt: number, how: Partial<ActionRecord> = {}): ActionRecord =>
  queuedRecord(rebuild, {
    id,
    steps: [
      { phase: 'queued', at: sentAt * 1000 - 5_000 },
      { phase: 'sent', at: sentAt * 1000 },
      { phase: 'unknown', at: sentAt * 1000 + 100 },
    ],
    ...how,
  })
const done = (job: number): Partial<JobRequest> => ({
  completed_at: 1001,
  complete_data: { request_id: job, body: { errors: false, msg: 'Ok' } },
})

describe('an action and its log entry', () => {
  it('fits by what is asked for, every id and number', () => {
    expect(entryFits(rebuild, entry())).toBe(true)
    expect(entryFits(rebuild, entry({ action: 'rebuild_request' }))).toBe(false)
    expect(entryFits(rebuild, entry({ what: { bid: 309, count: 1, priority: 2 } }))).toBe(false)
    expect(entryFits(rebuild, entry({ what: { bid: 310, count: 3, priority: 2 } }))).toBe(false)
    expect(entryFits(rebuild, entry({ what: { count: 3, priority: 2 } }))).toBe(false)
  })

  it('surprise 15: fits the rows that a broken broker leaves open in the log', () => {
    const rows = orphans.response.body
    const cancel: Plan = { kind: 'cancelRequest', branch: 'ash', requestId: 376 }
    const priority: Plan = { kind: 'reprioritize', branch: 'ash', requestId: 376, priority: 1, was: null }
    expect(rows.filter((row) => entryFits(cancel, row)).length).toBe(1)
    expect(rows.filter((row) => entryFits(priority, row)).length).toBe(1)
    expect(rows.filter((row) => entryFits({ ...priority, priority: 2 }, row)).length).toBe(0)
  })

  it.each([
    ['cancelRevision', pushCancelled],
    ['newBuild', newBuild],
    ['newPgoBuild', newPgo],
    ['newNightly', newNightly],
  ] as const)('of a whole push fits by branch and revision: %s', (kind, { response: { body } }) => {
    const { branch, revision } = body.what
    const priority = 'priority' in body.what ? body.what.priority : 0
    const whole = pushPlan(kind, { branch, revision: `${revision}0123456789ab0123456789ab0123` }, priority).plan
    expect(entryFits(whole, body)).toBe(true)
    expect(entryFits(whole, { ...body, action: body.action.slice(0, 20) })).toBe(true)
    expect(entryFits({ ...whole, branch: 'ash' }, body)).toBe(false)
    expect(entryFits({ ...whole, revision: 'ffffffffffff' }, body)).toBe(false)
    if ('priority' in whole) expect(entryFits({ ...whole, priority: priority + 1 }, body)).toBe(false)
  })

  it('surprise 23: of one more job fits by its builder, on the branch with the ending the agent gives it', () => {
    const { body } = newJob.response
    const { builder_name: builder, revision, priority } = body.what
    const { plan } = jobPlan(builder, { branch: 'try', revision }, priority)
    expect(entryFits(plan, body)).toBe(true)
    expect(entryFits(plan, { ...body, action: body.action.slice(0, 20) })).toBe(true)
    expect(entryFits({ ...plan, branch: 'ash' }, body)).toBe(false)
    expect(entryFits(jobPlan('another', { branch: 'try', revision }, priority).plan, body)).toBe(false)
    expect(entryFits(jobPlan(builder, { branch: 'try', revision }, priority + 1).plan, body)).toBe(false)
  })

  it('surprise 16: has a number only once it is done', () => {
    expect(jobOf(entry())).toBeNull()
    expect(jobOf(entry(done(22)))).toBe(22)
  })

  it('surprise 24: a word cut to 20 characters is still that word, a shorter one is not', () => {
    expect(entryFits(rebuild, entry({ action: 'rebuild' }))).toBe(false)
    expect(entryFits(rebuild, entry({ action: 'rebuild_build'.slice(0, 20) }))).toBe(true)
  })

  it('is found when logged at or after the moment of sending, clocks apart', () => {
    expect(matchLog([unknown('a', 1000)], [entry()], 0).has('a')).toBe(true)
    expect(matchLog([unknown('a', 2000)], [entry()], 0).has('a')).toBe(false)
    expect(matchLog([unknown('a', 2000)], [entry()], -1000).has('a')).toBe(true)
  })

  it('is not found under another name than ours', () => {
    expect(matchLog([unknown('a', 1000, { who: 'bob' })], [entry()], 0).has('a')).toBe(false)
    expect(matchLog([unknown('a', 1000, { who: 'ann' })], [entry()], 0).has('a')).toBe(true)
  })

  it('gives one entry to one action: to the one whose number it bears', () => {
    const known = unknown('a', 1000, { job: 22 })
    const matched = matchLog([unknown('b', 1000), known], [entry(done(22))], 0)
    expect([...matched.keys()]).toEqual(['a'])
  })

  it('gives an entry to an action that was surely logged rather than to one that is unknown', () => {
    const sure = unknown('a', 1000)
    const handed = {
      ...sure,
      steps: [...sure.steps.slice(0, 2), { phase: 'never handed over' as const, at: 1_000_100 }],
    }
    expect([...matchLog([unknown('b', 1001), handed], [entry()], 0).keys()]).toEqual(['a'])
    expect(matchLog([unknown('b', 1001), handed], [entry(), entry({ when: 1002 })], 0).size).toBe(2)
  })

  it('gives nothing to what the server refused before logging', () => {
    const sure = unknown('a', 1000)
    const failed = { ...sure, steps: [...sure.steps.slice(0, 2), { phase: 'failed' as const, at: 1_000_100 }] }
    expect([...matchLog([failed, unknown('b', 1001)], [entry()], 0).keys()]).toEqual(['b'])
  })

  it('knows an entry again by its time, once found', () => {
    const found = unknown('a', 1000, { loggedAt: 1003 })
    const second = entry({ when: 1003 })
    expect(matchLog([found], [entry(), second], 0).get('a')).toBe(second)
  })
})
