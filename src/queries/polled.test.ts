import { QueryObserver, environmentManager, focusManager } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setPaused } from '../stores/freshness.ts'
import { EVERY } from './polling.ts'
import { createQueryClient } from './queryClient.ts'
import { polled } from './sources.ts'
import type { Arrived } from './sources.ts'

// Without a window it would take us for a server, and ask for nothing by itself.
environmentManager.setIsServer(() => false)

const MINUTE = 60_000
let client = createQueryClient()
let stop = () => {}
let asked = 0

/** Watches a source that is asked every half minute until `rests`. */
function watch({ rests = () => false }: { rests?: () => boolean } = {}) {
  const cadence = () => (rests() ? null : EVERY.now)
  const observer = new QueryObserver<Arrived>(client, {
    ...polled<Arrived>({ cadence }, EVERY.now),
    queryKey: ['watched'],
    queryFn: async () => {
      asked++
      return { at: Date.now() }
    },
  })
  stop = observer.subscribe(() => undefined)
  return observer
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_795_369_399_000 })
  client = createQueryClient()
  client.mount()
  asked = 0
})
afterEach(() => {
  stop()
  client.unmount()
  client.clear()
  focusManager.setFocused(undefined)
  setPaused(false)
  vi.useRealTimers()
})

describe('a source on screen', () => {
  it('is asked at once and then each half minute, at most a tenth late', async () => {
    watch()
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    expect(asked).toBeGreaterThanOrEqual(1 + Math.floor(20 / 1.1))
    expect(asked).toBeLessThanOrEqual(21)
  })

  it('is left alone while the tab is hidden, and asked when it is looked at again', async () => {
    watch()
    await vi.advanceTimersByTimeAsync(0)
    focusManager.setFocused(false)
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    expect(asked).toBe(1)
    focusManager.setFocused(true)
    await vi.advanceTimersByTimeAsync(0)
    expect(asked).toBe(2)
  })

  it('is left alone while paused', async () => {
    watch()
    await vi.advanceTimersByTimeAsync(0)
    setPaused(true)
    await vi.advanceTimersByTimeAsync(EVERY.now * 1.2)
    const soFar = asked
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    focusManager.setFocused(false)
    focusManager.setFocused(true)
    await vi.advanceTimersByTimeAsync(MINUTE)
    expect(asked).toBe(soFar)
  })

  it('is asked no more when nothing of it changes any more', async () => {
    let ended = false
    watch({ rests: () => ended })
    await vi.advanceTimersByTimeAsync(MINUTE)
    ended = true
    await vi.advanceTimersByTimeAsync(MINUTE)
    const soFar = asked
    await vi.advanceTimersByTimeAsync(10 * MINUTE)
    expect(asked).toBe(soFar)
  })
})
