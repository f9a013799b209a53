import { Agent, request as send } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Farm } from '../src/farm/farm.ts'
import { control } from './control.ts'
import type { ControlOrder, ControlState } from './control.ts'
import { farmBackend } from './farmBackend.ts'
import { createFarmHost } from './farmHost.ts'
import type { FarmHost } from './farmHost.ts'
import { serve } from './serve.ts'
import type { Service } from './serve.ts'
import { call, whole } from './testCall.ts'

let host: FarmHost
let service: Service
let acted: string[]

beforeEach(async () => {
  host = createFarmHost({ scenario: 'calm', seed: 1 })
  acted = []
  // What the farm says is tested in src/farm; here only when it is asked.
  const answer: Farm['answer'] = ({ method, url, now }) => {
    acted.push(`${method} ${url}`)
    const body = new TextEncoder().encode('{"status": "OK", "request_id": 1}')
    const headers = { 'Content-Type': 'application/json', Date: new Date(now * 1000).toUTCString() }
    return { status: 202, headers, body, delay: 0 }
  }
  host.farm = { ...host.farm, answer }
  service = await serve({
    host: '127.0.0.1',
    port: 0,
    handlers: [control(host), farmBackend(host)],
    keepAlive: () => host.keepAlive,
  })
})
afterEach(() => service.close())

const order = async (what: ControlOrder): Promise<ControlState> => {
  const headers = { 'content-type': 'application/json' }
  const answer = await whole(call(service.url, '/__farm/', { method: 'POST', headers, body: JSON.stringify(what) }))
  expect(answer.status).toBe(200)
  return JSON.parse(answer.body)
}
const state = async (): Promise<ControlState> => JSON.parse((await whole(call(service.url, '/__farm/'))).body)
const cancel = () => call(service.url, '/buildapi/self-serve/try/build/5', { method: 'DELETE' })

describe('a write over the wire', () => {
  it('comes to the farm once, answered on a connection that is closed', async () => {
    const answer = await whole(cancel())
    expect(answer).toMatchObject({ status: 202, body: '{"status": "OK", "request_id": 1}' })
    expect(answer.headers.connection).toBe('close')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(acted).toEqual(['DELETE /self-serve/try/build/5'])
    expect((await state()).wireWrites).toEqual({ cancelBuild: 1 })
  })

  it('dropped before: the farm never acts', async () => {
    await order({ faults: [{ fault: 'dropBefore' }] })
    expect(await cancel()).toMatchObject({ broken: true, status: null })
    expect(acted).toEqual([])
    expect((await state()).wireWrites).toEqual({ cancelBuild: 1 })
  })

  it('dropped after: the farm acts, and nothing is heard', async () => {
    await order({ faults: [{ fault: 'dropAfter' }] })
    expect(await cancel()).toMatchObject({ broken: true, status: null })
    expect(acted).toHaveLength(1)
  })

  it('reset: the farm acts, and the connection is torn', async () => {
    await order({ faults: [{ fault: 'reset' }] })
    expect(await cancel()).toMatchObject({ broken: true, code: 'ECONNRESET', status: null })
    expect(acted).toHaveLength(1)
  })

  it('reset before: the connection is torn, and the farm never acts', async () => {
    await order({ faults: [{ fault: 'resetBefore' }] })
    expect(await cancel()).toMatchObject({ broken: true, code: 'ECONNRESET' })
    expect(acted).toEqual([])
  })

  it('truncated: the farm acts, the status is heard, the body breaks off', async () => {
    await order({ faults: [{ fault: 'truncate' }] })
    expect(await cancel()).toMatchObject({ broken: true, status: 202 })
    expect(acted).toHaveLength(1)
  })

  it('delayed: the farm has acted before it is heard', async () => {
    await order({ faults: [{ fault: 'delay', ms: 40 }] })
    const heard = cancel()
    await expect.poll(() => acted.length).toBe(1)
    expect(await heard).toMatchObject({ broken: false, status: 202 })
  })
})

describe('a fault', () => {
  it('strikes only its route and method, and only so many times', async () => {
    await order({ faults: [{ fault: 'dropBefore', endpoint: 'cancelBuild', method: 'DELETE', times: 2 }] })
    expect((await call(service.url, '/buildapi/self-serve/try/build/5')).broken).toBe(false)
    const fates = [await cancel(), await cancel(), await cancel()].map(({ broken }) => broken)
    expect(fates).toEqual([true, true, false])
    expect((await state()).faults).toEqual([])
  })
})

describe('a farm that never answers', () => {
  it('leaves the caller waiting, and has acted', async () => {
    const { farm } = host
    host.farm = { ...farm, answer: (ask) => ({ ...farm.answer(ask), delay: 'never' }) }
    const { hostname, port } = new URL(service.url)
    const waiting = send({ hostname, port, path: '/buildapi/self-serve/try/build/5', method: 'DELETE', agent: false })
    const ended = new Promise((resolve) => waiting.on('error', resolve))
    waiting.on('response', () => expect.unreachable())
    waiting.end()
    await expect.poll(() => acted.length).toBe(1)
    waiting.destroy(new Error('had enough'))
    await ended
  })
})

describe('the control channel', () => {
  it('moves the clock, by which the farm answers', async () => {
    const before = await state()
    const after = await order({ advance: 3600 })
    expect(after.now - before.now).toBeGreaterThanOrEqual(3600)
    const { headers } = await whole(cancel())
    expect(Date.parse(headers.date ?? '') / 1000).toBeGreaterThanOrEqual(Math.floor(before.now) + 3600)
  })

  it('begins a new world and forgets the old one’s counts', async () => {
    await cancel()
    const anew = await order({ scenario: 'agent-dead', seed: 7, now: 1_416_700_000 })
    expect(anew).toMatchObject({ scenario: 'agent-dead', seed: 7, birth: 1_416_700_000, wireWrites: {}, requests: [] })
  })

  it('remembers what came over the wire, and on which connection', async () => {
    await order({ keepAlive: true })
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const { hostname, port } = new URL(service.url)
    const ask = () =>
      new Promise((resolve) => {
        send({ hostname, port, path: '/buildapi/pending', agent }, (response) => {
          response.on('end', resolve)
          response.resume()
        }).end()
      })
    await ask()
    await ask()
    agent.destroy()
    const { requests } = await state()
    expect(requests.map(({ method, url, endpoint }) => [method, url, endpoint])).toEqual([
      ['GET', '/pending', 'pendingAll'],
      ['GET', '/pending', 'pendingAll'],
    ])
    expect(requests[0]?.connection).toBe(requests[1]?.connection)
  })

  it.each([
    ['{"scenario":"nowhere"}', 'No scenario'],
    ['{"faults":[{"fault":"flood"}]}', 'faults.0.fault'],
    ['{', 'Not JSON'],
  ])('refuses %s', async (body, said) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await whole(call(service.url, '/__farm/', { method: 'POST', headers, body }))
    expect(answer.status).toBe(400)
    expect(answer.body).toContain(said)
  })

  it('takes no order from a form of another site', async () => {
    const headers = { 'content-type': 'text/plain' }
    const answer = await whole(call(service.url, '/__farm/', { method: 'POST', headers, body: '{"reset":true}' }))
    expect(answer.status).toBe(405)
  })
})
