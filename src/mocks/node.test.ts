import { describe, expect, it, vi } from 'vitest'
import type { Farm, FarmAnswer, FarmAsk } from '../farm/farm.ts'
import { farmFetch } from './node.ts'

/** A farm that says the same to everything, and remembers what it was asked. */
function farmSaying(said: Partial<FarmAnswer>) {
  const asked: FarmAsk[] = []
  const answer: Farm['answer'] = (ask) => {
    asked.push(ask)
    const body = new TextEncoder().encode('<h1>No</h1>')
    return { status: 200, headers: { 'content-type': 'text/html' }, body, delay: 0, ...said }
  }
  const farm: Farm = {
    answer,
    writes: () => ({}),
    truth: () => expect.unreachable(),
    spec: () => ({ scenario: 'calm', seed: 1, birth: 0, journal: [] }),
  }
  return { asked, fetch: farmFetch(farm, () => 1_416_700_000) }
}

describe('a fetch that a farm answers', () => {
  it('asks below the prefix, with the path as it was written, the form and the time', async () => {
    const { asked, fetch } = farmSaying({})
    await fetch('/buildapi/self-serve/try/builders/a%20b/abc?format=json', {
      method: 'POST',
      body: new URLSearchParams({ priority: '3' }),
    })
    expect(asked[0]).toMatchObject({
      method: 'POST',
      url: '/self-serve/try/builders/a%20b/abc?format=json',
      now: 1_416_700_000,
      body: new TextEncoder().encode('priority=3'),
    })
    expect(asked[0]?.headers['content-type']).toContain('application/x-www-form-urlencoded')
  })

  it('gives status, headers and body', async () => {
    const response = await farmSaying({ status: 403 }).fetch('/buildapi/self-serve/try')
    expect(response.status).toBe(403)
    expect(response.headers.get('content-type')).toBe('text/html')
    expect(await response.text()).toBe('<h1>No</h1>')
  })

  it('takes as long as the farm says', async () => {
    vi.useFakeTimers()
    let answered = false
    const answer = farmSaying({ delay: 8000 })
      .fetch('/buildapi/pending')
      .then(() => (answered = true))
    await vi.advanceTimersByTimeAsync(7999)
    expect(answered).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await answer).toBe(true)
    vi.useRealTimers()
  })

  it('waits for an answer that never comes until it is told to stop', async () => {
    const { asked, fetch } = farmSaying({ delay: 'never' })
    const stop = new AbortController()
    const answer = fetch('/buildapi/pending', { signal: stop.signal })
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    stop.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('does not answer for anything but the API', async () => {
    await expect(farmSaying({}).fetch('/buildapix/pending')).rejects.toThrow('Not for the farm')
  })
})
