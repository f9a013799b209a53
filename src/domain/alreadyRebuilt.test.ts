import { describe, expect, it } from 'vitest'
import type { JobRequest } from '../contract/records.ts'
import { jobSample, pendingJob } from './actionSamples.ts'
import { alreadyRebuilt } from './alreadyRebuilt.ts'
import type { Job } from './job.ts'

const failed = jobSample({ state: 'finished', result: 2, ended: 1_000 })
const rebuilt = (requestId: number, submitted: number, who: string): Job =>
  pendingJob({
    key: `r${requestId}`,
    submitted,
    requests: [
      {
        requestId,
        revision: '0123456789ab',
        branch: 'try',
        priority: 0,
        reason: `Self-serve: Rebuilt by ${who}`,
        submitted,
      },
    ],
  })
const entry = (how: Partial<JobRequest>): JobRequest => ({
  action: 'rebuild_build',
  who: 'ann',
  when: 2_000,
  what: { bid: 5, count: 1, priority: 0 },
  completed_at: null,
  complete_data: null,
  ...how,
})

describe('who has already rebuilt these', () => {
  it('is nobody, by default', () => {
    expect(alreadyRebuilt([failed], [failed], [])).toEqual([])
  })

  it('is told by the reason of the work that came of it, each person once, the last first', () => {
    const rows = [failed, rebuilt(60, 1_500, 'ann'), rebuilt(61, 1_800, 'bob'), rebuilt(62, 1_700, 'ann')]
    expect(alreadyRebuilt([failed], rows, [])).toEqual([
      { who: 'bob', jobs: [failed], at: 1_800, waiting: 0, numbers: [] },
      { who: 'ann', jobs: [failed], at: 1_700, waiting: 0, numbers: [] },
    ])
  })

  it('is not told of a run whose like was rebuilt, where the log says which was meant', () => {
    const other = jobSample({ ...failed, key: 'b9', buildId: 9, requests: [] })
    const [first] = rebuilt(59, 1_400, 'ann').requests
    const run = { ...other, requests: first ? [first] : [], submitted: 1_400 }
    const rows = [failed, run, rebuilt(60, 1_500, 'bob')]
    expect(alreadyRebuilt([run], rows, [])).toMatchObject([{ who: 'bob' }])
    expect(alreadyRebuilt([run], rows, [entry({ who: 'bob', when: 1_490 })])).toEqual([])
  })

  it('is told by the log before any work shows', () => {
    expect(alreadyRebuilt([failed], [], [entry({})])).toEqual([
      { who: 'ann', jobs: [failed], at: 2_000, waiting: 1, numbers: [] },
    ])
    const done = entry({ completed_at: 2_010, complete_data: { request_id: 8812, body: { errors: false, msg: 'Ok' } } })
    expect(alreadyRebuilt([failed], [], [done])).toMatchObject([{ waiting: 0, numbers: [8812] }])
  })

  it('finds what was asked by request, also where the log has its id as text', () => {
    const byRequest = entry({ action: 'rebuild_request', what: { brid: '50' } })
    expect(alreadyRebuilt([failed], [], [byRequest])).toMatchObject([{ who: 'ann', jobs: [failed] }])
  })

  it('leaves out other work, other acts, and what came to nothing', () => {
    const errors = entry({ completed_at: 2_010, complete_data: { body: { errors: true, msg: 'no such build' } } })
    const others = [entry({ what: { bid: 6 } }), entry({ action: 'cancel_build' }), errors]
    expect(alreadyRebuilt([failed], [{ ...rebuilt(60, 1_500, 'ann'), builder: 'another' }], others)).toEqual([])
  })
})
