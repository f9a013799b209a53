import { describe, expect, it } from 'vitest'
import { jobSample, queuedRecord } from './actionSamples.ts'
import type { Evidence } from './action.ts'
import { ownRebuilds } from './ownRebuilds.ts'

const rebuild5 = { kind: 'rebuildBuild', branch: 'try', buildId: 5, count: 2, priority: 0 } as const
const asked = (evidence: Evidence | null) => queuedRecord(rebuild5, { job: 8812, evidence })
const served = (requestId: number) => jobSample().requests.map((request) => ({ ...request, requestId }))

describe('rebuilds asked for in this browser', () => {
  const seen = asked({ requestIds: [60, 61] })
  const told = { id: 'a1', at: 1_000, job: 8812, of: { buildId: 5 }, requestIds: [60, 61] }

  it('link what was rebuilt and what came of it, both ways', () => {
    expect(ownRebuilds([seen], jobSample())).toEqual([told])
    expect(ownRebuilds([seen], jobSample({ buildId: 9, requests: served(61) }))).toEqual([told])
    const request50 = { kind: 'rebuildRequest', branch: 'try', requestId: 50, count: 1, priority: 0 } as const
    expect(ownRebuilds([queuedRecord(request50, { evidence: { requestIds: [70] } })], jobSample())).toMatchObject([
      { of: { requestId: 50 }, requestIds: [70] },
    ])
  })

  it('are not told of other work, nor before their requests were seen', () => {
    expect(ownRebuilds([seen], jobSample({ buildId: 9 }))).toEqual([])
    expect(ownRebuilds([asked(null), queuedRecord()], jobSample())).toEqual([])
  })
})
