import { describe, expect, it } from 'vitest'
import { ApiError } from '../contract/failure.ts'
import { MOST_WATCHED } from '../stores/watch.ts'
import { EVERY, jitterOf, nextAtOf, nextLook, nextPoll, waitUntil } from './polling.ts'

const at = 1_795_369_399_000
const poll = { every: EVERY.list, settledAt: at, paused: false, jitter: 0 }

describe('polling', () => {
  it('asks a day list each minute and what waits and runs each half', () => {
    expect(nextPoll(poll)).toBe(at + 60_000)
    expect(nextPoll({ ...poll, every: EVERY.now })).toBe(at + 30_000)
  })

  it('spreads by up to a tenth', () => {
    expect(nextPoll({ ...poll, jitter: 0.5 })).toBe(at + 63_000)
    for (let n = 0; n < 100; n++) {
      const jitter = jitterOf(at + n * 977)
      expect(jitter).toBeGreaterThanOrEqual(0)
      expect(jitter).toBeLessThan(1)
    }
    expect(jitterOf(at)).not.toBe(jitterOf(at + 1))
  })

  it('rests while paused, and for good when nothing changes any more', () => {
    expect(nextPoll({ ...poll, paused: true })).toBeNull()
    expect(nextPoll({ ...poll, every: null })).toBeNull()
    expect(waitUntil(null, at)).toBe(false)
  })

  it('asks soon, but not at once, when its time is past', () => {
    expect(waitUntil(at, at + 3_600_000)).toBe(1_000)
    expect(waitUntil(at + 5_000, at)).toBe(5_000)
  })

  it('goes on after a failure, but not for what does not exist', () => {
    const failed = (kind: 'offline' | 'notFound') => ({
      data: undefined,
      dataUpdatedAt: 0,
      error: new ApiError({ kind, endpoint: 'branchDay', status: null, detail: null }),
      errorUpdatedAt: at,
    })
    expect(nextAtOf(failed('offline'), () => EVERY.list, false)).toBeGreaterThanOrEqual(at + EVERY.list)
    expect(nextAtOf(failed('notFound'), () => EVERY.list, false)).toBeNull()
  })

  it('counts from when the data arrived, though another tab may have handed them over later', () => {
    const handed = { data: { at }, dataUpdatedAt: at + 40_000, error: null, errorUpdatedAt: 0 }
    const next = nextAtOf(handed, () => EVERY.list, false)
    expect(next).toBeGreaterThanOrEqual(at + EVERY.list)
    expect(next).toBeLessThanOrEqual(at + 1.1 * EVERY.list)
  })

  it('asks for at most twelve things a minute on an idle queue, with as much watched as may be', () => {
    const queue = 60_000 / EVERY.list + (2 * 60_000) / EVERY.now
    expect(queue + (MOST_WATCHED * 60_000) / EVERY.watched).toBeLessThanOrEqual(12)
  })
})

describe('what is watched', () => {
  it('is asked for five minutes after the last look, at most a tenth later, until it has ended', () => {
    const next = nextLook({ lookedAt: at, end: null }, false)
    expect(next).toBeGreaterThanOrEqual(at + 5 * 60_000)
    expect(next).toBeLessThanOrEqual(at + 5.5 * 60_000)
    expect(nextLook({ lookedAt: at, end: { word: 'success', at } }, false)).toBeNull()
  })

  it('rests while paused', () => {
    expect(nextLook({ lookedAt: at, end: null }, true)).toBeNull()
  })
})
