import { describe, expect, it } from 'vitest'
import { toServedRequest } from './job.ts'
import type { Job } from './job.ts'
import { prioritiesOf, waitingNow } from './waitingNow.ts'

const served = (requestId: number, priority: number | null) => ({
  ...toServedRequest({
    request_id: requestId,
    branch: 'try',
    buildername: 'b',
    revision: null,
    priority: 0,
    reason: '',
    submittime: 1_000,
    claimed_at: 0,
    complete: 0,
    complete_at: null,
  }),
  priority,
})

const job = (requests: Job['requests'], priority: number | null): Job => ({
  key: 'r1',
  builder: 'b',
  revision: null,
  branch: 'try',
  state: 'pending',
  result: null,
  buildId: null,
  number: null,
  master: null,
  submitted: 1_000,
  claimed: null,
  started: null,
  ended: null,
  priority,
  reason: null,
  requests,
})

const item = (id: number) => ({ id, buildername: 'b', submitted_at: 1_000 + id })

describe('what waits now', () => {
  it('has the priorities that lists told, and none for the rest', () => {
    const priorities = prioritiesOf([job([served(1, 3)], 3), job([served(2, null)], null), job([served(3, null)], 5)])
    expect(priorities).toEqual(
      new Map([
        [1, 3],
        [3, 5],
      ]),
    )
    const now = waitingNow(
      { pending: { try: { '0123456789ab': [item(1), item(2)] }, ash: { Unknown: [item(9)] } } },
      priorities,
    )
    expect(now).toEqual([
      { requestId: 1, builder: 'b', priority: 3, submitted: 1_001, branch: 'try' },
      { requestId: 2, builder: 'b', priority: null, submitted: 1_002, branch: 'try' },
      { requestId: 9, builder: 'b', priority: null, submitted: 1_009, branch: 'ash' },
    ])
  })

  it('counts a request once, and names no branch that the farm does not know', () => {
    const now = waitingNow({ pending: { Unknown: { Unknown: [item(1), item(1)] } } }, new Map())
    expect(now).toHaveLength(1)
    expect(now[0]?.branch).toBeNull()
  })
})
