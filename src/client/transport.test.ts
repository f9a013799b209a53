import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answeredBy, failureFrom, html, json, scriptedClient } from './scripted.ts'
import type { Scripted } from './scripted.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

const busy = (): Scripted => html('<h1>503 Service Unavailable</h1>', 503)
const done = (): Scripted => json({})
/** Keeps a promise that fails while time is moved from being reported as unhandled. */
const later = <T>(call: Promise<T>): Promise<T> => {
  call.catch(() => {})
  return call
}

describe('a read that fails', () => {
  it('is tried again after a wait of up to 1 s, then up to 2 s', async () => {
    const { client, sent } = scriptedClient([() => 'reset', busy, done], { random: () => 0.5 })
    const call = later(client.read('branches', {}))
    await vi.advanceTimersByTimeAsync(499)
    expect(sent.length).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(sent.length).toBe(2)
    await vi.advanceTimersByTimeAsync(999)
    expect(sent.length).toBe(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(await call).toMatchObject({ value: {}, sentAt: 1_001_500, at: 1_001_500 })
    expect(sent.length).toBe(3)
  })

  it('is given up after three tries, with the last failure', async () => {
    const { client, sent } = scriptedClient([() => 'reset', () => 'reset', busy])
    const call = later(client.read('branches', {}))
    await vi.runAllTimersAsync()
    expect(await failureFrom(call)).toEqual({
      kind: 'busy',
      endpoint: 'branches',
      status: 503,
      detail: '503 Service Unavailable',
    })
    expect(sent.length).toBe(3)
  })

  it.each([
    ['7', 7000],
    [new Date(1_000_000 + 9000).toUTCString(), 9000],
  ])('waits as long as the server asks (%s)', async (retryAfter, wait) => {
    const { client, sent } = scriptedClient([() => json({}, 503, { 'Retry-After': retryAfter }), done])
    const call = later(client.read('branches', {}))
    await vi.advanceTimersByTimeAsync(wait - 1)
    expect(sent.length).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect((await call).value).toEqual({})
  })

  it('is given up at once when the server asks for a longer wait than 30 s', async () => {
    const { client, sent } = scriptedClient([() => json({}, 503, { 'Retry-After': '31' }), done])
    expect((await failureFrom(client.read('branches', {}))).kind).toBe('busy')
    expect(sent.length).toBe(1)
  })

  it.each([400, 401, 403, 404])('is not tried again after %i', async (status) => {
    const { client, sent } = scriptedClient([() => html('no', status)])
    for (let call = 1; call <= 6; call++) {
      expect((await failureFrom(client.read('branches', {}))).kind).not.toBe('resting')
    }
    expect(sent.length).toBe(6)
  })

  it.each([
    ['single', 15, { name: 'build', input: { branch: 'try', build_id: 1 } }],
    ['list', 30, { name: 'branchDay', input: { branch: 'try' } }],
  ] as const)('a %s has %i s to answer', async (_, seconds, { name, input }) => {
    const { client, sent } = scriptedClient([() => 'silence'])
    const call = later(client.read(name, { build_id: 0, ...input }))
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1)
    expect(sent.length).toBe(1)
    await vi.advanceTimersByTimeAsync(seconds * 2000 + 10)
    expect(await failureFrom(call)).toMatchObject({ kind: 'timeout', detail: `No answer within ${seconds} s.` })
  })
})

describe('a group that fails five times in a row', () => {
  async function resting(script: readonly (() => Scripted)[] = []) {
    const world = scriptedClient([busy, busy, busy, busy, busy, ...script])
    const states: unknown[] = []
    world.client.health().subscribe(() => states.push(world.client.health().snapshot().branches?.state))
    for (let call = 1; call <= 2; call++) {
      const failing = later(world.client.read('branches', {}))
      await vi.advanceTimersByTimeAsync(10)
      expect((await failureFrom(failing)).kind).toBe('busy')
    }
    expect(world.sent.length).toBe(5)
    return { ...world, states }
  }

  it('rests: nothing is sent, and that is said', async () => {
    const { client, sent, states } = await resting()
    expect(await failureFrom(client.read('branches', {}))).toMatchObject({ kind: 'resting', status: null })
    expect([sent.length, states]).toEqual([5, ['resting']])
    expect(client.health().snapshot().branches?.until).toBeGreaterThan(Date.now())
  })

  it('leaves the other groups and the writes alone', async () => {
    const { client } = await resting([() => json([]), () => json({ status: 'OK', request_id: 4 }, 202)])
    expect((await client.read('jobRequests', {})).value).toEqual([])
    expect((await client.write('cancelBuild', { branch: 'try', build_id: 1 })).job).toBe(4)
  })

  it('is tried by one call after 15 s, and is well again when that works', async () => {
    const { client, sent, states } = await resting([done])
    await vi.advanceTimersByTimeAsync(15_000)
    await client.read('branches', {})
    expect([sent.length, states]).toEqual([6, ['resting', 'trying', 'well']])
  })

  it('rests again when that call fails', async () => {
    const { client, sent } = await resting([busy])
    await vi.advanceTimersByTimeAsync(15_000)
    const probe = later(client.read('branches', {}))
    await vi.advanceTimersByTimeAsync(10)
    expect((await failureFrom(probe)).kind).toBe('busy')
    expect(client.health().snapshot().branches?.state).toBe('resting')
    expect(sent.length).toBe(6)
  })

  it('is not counted together: an answer, even 404, ends the run', async () => {
    const missing = (): Scripted => html('no', 404)
    const { client, sent } = scriptedClient([busy, busy, busy, missing, busy, busy, busy, missing, done])
    for (let call = 1; call <= 4; call++) {
      const failing = later(client.read('branches', {}))
      await vi.advanceTimersByTimeAsync(10)
      await failureFrom(failing)
    }
    expect((await client.read('branches', {})).value).toEqual({})
    expect(sent.length).toBe(9)
  })
})

describe('an abort', () => {
  it('ends a read with the reason given, and is not counted against the server', async () => {
    const { client, sent } = scriptedClient([...Array.from({ length: 6 }, () => (): Scripted => 'silence'), done])
    for (let view = 1; view <= 6; view++) {
      const leaving = new AbortController()
      const call = later(client.read('branches', {}, { signal: leaving.signal }))
      await vi.advanceTimersByTimeAsync(10)
      leaving.abort(`left view ${view}`)
      await expect(call).rejects.toBe(`left view ${view}`)
    }
    expect((await client.read('branches', {})).value).toEqual({})
    expect(sent.length).toBe(7)
  })

  it('ends the wait between two tries at once', async () => {
    const { client, sent } = scriptedClient([busy], { random: () => 1 })
    const leaving = new AbortController()
    const call = later(client.read('branches', {}, { signal: leaving.signal }))
    await vi.advanceTimersByTimeAsync(10)
    leaving.abort()
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
    await vi.runAllTimersAsync()
    expect(sent.length).toBe(1)
  })

  it('before the call sends nothing', async () => {
    const { client, sent } = scriptedClient([done])
    await expect(client.read('branches', {}, { signal: AbortSignal.abort('gone') })).rejects.toBe('gone')
    expect(sent).toEqual([])
  })
})

describe('a reading', () => {
  it("tells when it was asked, when it came, and the server's time", async () => {
    const { client } = answeredBy('029')
    const { sentAt, at, serverTime } = await client.read('build', { branch: 'ash', build_id: 307 })
    expect([sentAt, at, serverTime]).toEqual([1_000_000, 1_000_000, Date.UTC(2026, 10, 22, 19, 33, 21) / 1000])
  })

  it('has no server time when the server tells none', async () => {
    const { client } = scriptedClient([done])
    expect((await client.read('branches', {})).serverTime).toBeNull()
  })

  it('takes JSON with a charset as JSON, and nothing that only resembles it', async () => {
    const { client } = scriptedClient([
      () => json({}, 200, { 'Content-Type': 'application/json; charset=utf-8' }),
      () => json({}, 200, { 'Content-Type': 'application/jsonp' }),
    ])
    expect((await client.read('branches', {})).value).toEqual({})
    expect((await failureFrom(client.read('branches', {}))).detail).toBe(
      'branches: expected JSON, got application/jsonp',
    )
  })

  it('that breaks off or does not fit names endpoint and field', async () => {
    const request = {
      branch: 'a',
      buildername: 'b',
      revision: null,
      reason: '',
      submittime: 1,
      claimed_at: 0,
      complete: 0,
    }
    const row = { ...request, request_id: 1, complete_at: null, priority: 'high' }
    const { client } = scriptedClient([
      () => new Response('[{"build_id": 1', { headers: { 'Content-Type': 'application/json' } }),
      () => json([{ ...row, priority: 1 }, row]),
    ])
    const failures = [
      await failureFrom(client.read('push', { branch: 'a', revision: 'b' })),
      await failureFrom(client.read('push', { branch: 'a', revision: 'b' })),
    ]
    expect(failures.map(({ kind, detail }) => [kind, detail])).toEqual([
      ['contract', 'push: the JSON breaks off or is damaged'],
      ['contract', 'push: expected number at 1.priority'],
    ])
  })

  it('as bytes is checked for its type and not parsed', async () => {
    const { client } = scriptedClient([
      () => new Response('[{"build_id": 1', { headers: { 'Content-Type': 'application/json' } }),
      () => html('<pre>[]</pre>', 200),
      () => new Response('', { headers: { 'Content-Type': 'application/json' } }),
    ])
    const { bytes } = await client.bytes('branchDay', { branch: 'try' })
    expect(await new Response(bytes).text()).toBe('[{"build_id": 1')
    expect((await failureFrom(client.bytes('pendingAll', {}))).kind).toBe('contract')
    expect((await failureFrom(client.bytes('pendingAll', {}))).kind).toBe('contract')
  })
})
