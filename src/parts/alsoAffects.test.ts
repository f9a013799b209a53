import { describe, expect, it } from 'vitest'
import type { ServedRequest } from '../domain/job.ts'
import { alsoAffects } from './alsoAffects.ts'

const request = (requestId: number, revision: string | null): ServedRequest => ({
  requestId,
  revision,
  branch: 'try',
  priority: 0,
  reason: 'scheduler',
  submitted: 0,
})
const here = 'aaaaaaaaaaaa'
const there = 'bbbbbbbbbbbb'

describe('what else a cancel hits', () => {
  it('is nothing for a job that serves one request', () => {
    expect(alsoAffects([request(1, here)], here)).toBeNull()
  })

  it('names the other push of a merged job, from either side', () => {
    const merged = [request(1, there), request(2, here), request(3, there)]
    expect(alsoAffects(merged, here)).toBe(`2 requests of ${there}`)
    expect(alsoAffects(merged, there)).toBe(`1 request of ${here}, 1 more request of this push`)
  })

  it('counts further requests of the same push', () => {
    expect(alsoAffects([request(1, here), request(2, here)], here)).toBe('1 more request of this push')
  })

  it('says so when the others have no revision', () => {
    expect(alsoAffects([request(1, here), request(2, null)], here)).toBe('1 request without a revision')
  })
})
