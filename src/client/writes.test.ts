import { describe, expect, it } from 'vitest'
import type { FailureKind } from '../contract/failure.ts'
import { answeredBy, failureFrom, html, json, scriptedClient } from './scripted.ts'
import type { Scripted } from './scripted.ts'

const jsonType = { 'Content-Type': 'application/json' }
const brokenBody = (): ReadableStream => new ReadableStream({ pull: (body) => body.error(new TypeError('terminated')) })

describe('writes', () => {
  it('surprise 13: the number in a 202 is the job to ask for', async () => {
    const { client, sent } = answeredBy('200', '201')
    const { job, status } = await client.write('cancelRequest', { branch: 'try', request_id: 337 })
    expect([job, status]).toEqual([9, 202])
    await client.read('jobRequest', { job_id: job })
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'DELETE /buildapi/self-serve/try/request/337?format=json',
      'GET /buildapi/self-serve/jobs/9?format=json',
    ])
  })

  it('surprise 14: a redirect or a page after a write is no acceptance', async () => {
    const { client, sent } = answeredBy('182', '262')
    const redirected = await failureFrom(client.write('reprioritize', { branch: 'try', request_id: 336, priority: 1 }))
    const page = await failureFrom(client.write('newBuild', { branch: 'try', revision: 'e4fbe62d887b' }))
    expect([redirected.kind, page.kind]).toEqual(['redirected', 'contract'])
    expect(sent.length).toBe(2)
  })

  it('surprise 15: FAILED in a 202 or a 503 is read from the body', async () => {
    const { client } = answeredBy('303', '301', '300', '308')
    const revision = 'e4fbe62d887b'
    const failures = [
      await failureFrom(client.write('newBuild', { branch: 'try', revision })),
      await failureFrom(client.write('rebuildBuild', { branch: 'ash', build_id: 309 })),
      await failureFrom(client.write('cancelRequest', { branch: 'ash', request_id: 376 })),
      await failureFrom(client.write('cancelRevision', { branch: 'try', revision })),
    ]
    expect(failures.map(({ kind, status, detail }) => [kind, status, detail])).toEqual([
      ['neverHandedOver', 202, "Couldn't send message to broker"],
      ['neverHandedOver', 503, "Couldn't send message to broker"],
      ['neverHandedOver', 503, "Couldn't send message to broker"],
      ['notLogged', 503, "Couldn't create JobRequest row"],
    ])
  })

  it('surprise 15: a dead broker never answers: the write times out and is not sent again', async () => {
    const { client, sent } = scriptedClient([() => 'silence'], { timeouts: { writes: 0 } })
    const failure = await failureFrom(client.write('cancelBuild', { branch: 'ash', build_id: 1 }))
    expect(failure).toMatchObject({ kind: 'timeout', status: null })
    expect(sent.length).toBe(1)
  })

  it('surprise 16: an unfinished job is readable and has no number of its own', async () => {
    const { client } = answeredBy('201')
    const { value } = await client.read('jobRequest', { job_id: 9 })
    expect(value).toMatchObject({ completed_at: null, complete_data: null })
    expect(Object.keys(value)).not.toContain('id')
  })

  it.each([0, -1, 1.5])('surprise 18: a count of %s is refused, with the reason', async (count) => {
    const { client, sent } = scriptedClient([() => json({})])
    const failure = await failureFrom(client.write('rebuildBuild', { branch: 'ash', build_id: 1, count }))
    expect(failure).toMatchObject({ kind: 'unsayable', detail: expect.stringContaining('at least 1') })
    expect(sent).toEqual([])
  })

  it.each([
    '%',
    '%25',
    '0',
    '',
    'zzzz',
    '0123456789a',
    '0123456789abc',
    '0123456789a_',
    'e4fbe62d887b%',
    'e4fbe62d887b\n',
  ])('surprise 19: nothing that writes takes the revision %j', async (revision) => {
    const { client, sent } = scriptedClient([() => json({})])
    const calls = [
      client.write('cancelRevision', { branch: 'try', revision }),
      client.write('newBuild', { branch: 'try', revision }),
      client.write('newPgoBuild', { branch: 'try', revision }),
      client.write('newNightly', { branch: 'try', revision }),
      client.write('newBuildForBuilder', { branch: 'try', revision, builder: 'Linux' }),
    ]
    for (const call of calls) {
      expect(await failureFrom(call)).toMatchObject({ kind: 'unsayable', detail: expect.stringContaining('12 or 40') })
    }
    expect(sent).toEqual([])
  })

  it('surprise 20: fields are form-encoded in the body, JSON among them as text', async () => {
    const { client, sent } = scriptedClient([() => json({ status: 'OK', request_id: 1 }, 202)])
    await client.write('newBuildForBuilder', {
      branch: 'try',
      builder: 'Linux x86-64 try build',
      revision: 'e4fbe62d887b',
      priority: -1,
      properties: '{"note":"é & more"}',
    })
    await client.write('cancelBuild', { branch: 'try', build_id: 1 })
    expect(sent[0]?.headers.get('Content-Type')).toBe('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(sent[0]?.body ?? ''))).toEqual({
      priority: '-1',
      properties: '{"note":"é & more"}',
    })
    expect([sent[1]?.body, sent[1]?.headers.get('Content-Type')]).toEqual([null, null])
  })

  it('each press carries a key of its own, by which a server can drop a copy made below fetch', async () => {
    const { client, sent } = scriptedClient([() => json({ status: 'OK', request_id: 1 }, 202)])
    for (const build_id of [1, 1]) await client.write('cancelBuild', { branch: 'try', build_id })
    const keys = sent.map(({ headers }) => headers.get('Idempotency-Key'))
    expect(new Set(keys).size).toBe(2)
    expect(keys).not.toContain(null)
  })

  it.each<[string, () => Scripted, FailureKind]>([
    ['the connection breaks', () => 'reset', 'offline'],
    ['nothing ever comes', () => 'silence', 'timeout'],
    ['the answer breaks off', () => new Response('{"status": "O', { status: 202, headers: jsonType }), 'contract'],
    ['the body breaks off', () => new Response(brokenBody(), { status: 202, headers: jsonType }), 'offline'],
    ['the answer is of another shape', () => json({ status: 'OK' }, 202), 'contract'],
    ['the answer is empty', () => new Response('', { status: 202, headers: jsonType }), 'contract'],
    ['the write was taken for a read', () => json({ build_id: 307 }), 'contract'],
    ['somebody in front is overloaded', () => html('<h1>503 Service Unavailable</h1>', 503), 'busy'],
    ['somebody in front gave up', () => html('<h1>504 Gateway Time-out</h1>', 504), 'busy'],
    ['somebody in front says wait', () => json({}, 429, { 'Retry-After': '1' }), 'busy'],
    ['the server fails', () => html('<h1>Server Error</h1>', 500), 'server'],
    ['the login expired', () => html('', 401), 'signedOut'],
    [
      'the login page is elsewhere',
      () => new Response(null, { status: 302, headers: { Location: '/login' } }),
      'redirected',
    ],
    ['the server says no', () => json({ status: 'FAILED', msg: 'Request is already running' }, 400), 'rejected'],
  ])('one press is one fetch, also when %s', async (_, answer, kind) => {
    const { client, sent } = scriptedClient([answer], { timeouts: { writes: 5 } })
    const failure = await failureFrom(client.write('reprioritize', { branch: 'try', request_id: 1, priority: 2 }))
    expect(failure).toMatchObject({ kind, endpoint: 'reprioritize' })
    expect(sent.length).toBe(1)
  })

  it('a write is never held back, however many failed before it', async () => {
    const { client, sent } = scriptedClient([() => 'reset'])
    for (let press = 1; press <= 8; press++) {
      expect((await failureFrom(client.write('cancelBuild', { branch: 'try', build_id: press }))).kind).toBe('offline')
    }
    expect(sent.length).toBe(8)
  })

  it('a body that breaks off does not hide a status that already decides', async () => {
    const { client } = scriptedClient([() => new Response(brokenBody(), { status: 403 })])
    const failure = await failureFrom(client.write('cancelBuild', { branch: 'try', build_id: 1 }))
    expect(failure).toMatchObject({ kind: 'signedOut', detail: null })
  })
})
