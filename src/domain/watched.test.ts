import { describe, expect, it } from 'vitest'
import { buildEnd, endWords, pushEnd, requestEnd, watchedPath } from './watched.ts'

describe('the end of what is watched', () => {
  it('is a build’s end time, told by its result, or by its lack of one', () => {
    expect(buildEnd({ endtime: null, status: null })).toBeNull()
    // Some masters write a status while it still runs.
    expect(buildEnd({ endtime: null, status: 0 })).toBeNull()
    expect(buildEnd({ endtime: 9, status: 2 })).toBe('failure')
    expect(buildEnd({ endtime: 9, status: null })).toBe('superseded attempt')
    expect(buildEnd({ endtime: 9, status: 42 })).toBe('result 42')
  })

  it('is a request’s completion, which is no result', () => {
    expect(requestEnd({ complete: 0, claimed_at: 5, build_ids: [] })).toBeNull()
    expect(requestEnd({ complete: 1, claimed_at: 5, build_ids: [7] })).toBe('complete')
    expect(requestEnd({ complete: 1, claimed_at: 0, build_ids: [] })).toBe('cancelled')
  })

  it('surprise 36: is a push’s completeness; that it has not passed says nothing before', () => {
    const delay = { stableDelay: 180 }
    expect(pushEnd({ ...delay, job_complete: false, job_passed: false })).toBeNull()
    expect(pushEnd({ ...delay, job_complete: true, job_passed: true })).toBe('passed')
    expect(pushEnd({ ...delay, job_complete: true, job_passed: false })).toBe('failed')
  })

  it('is told by name, with the way there', () => {
    expect(endWords({ kind: 'build', branch: 'try', id: 5 }, 'failure')).toBe('Build 5 on try: failure')
    expect(watchedPath({ kind: 'request', branch: 'try', id: 5 })).toBe('/try/request/5')
    const push = { kind: 'push', branch: 'jobs', revision: '0123456789ab' } as const
    expect(endWords(push, 'passed')).toBe('Push 0123456789ab on jobs: passed')
    expect(watchedPath(push)).toBe('/~jobs/rev/0123456789ab')
  })
})
