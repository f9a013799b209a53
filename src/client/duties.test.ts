import { describe, expect, it } from 'vitest'
import { endpointNames, routes } from '../contract/routes.ts'
import type { Route, EndpointName } from '../contract/routes.ts'
import { toRequest } from './request.ts'
import { answeredBy, failureFrom, json, scriptedClient } from './scripted.ts'

const everything = {
  branch: 'try',
  revision: '0123456789ab',
  build_id: 1,
  request_id: 2,
  job_id: 3,
  user: 'me@example.com',
  slave: 'bld',
  builder: 'Linux x86-64 try build',
  priority: 4,
  count: 5,
  properties: '{"a": "b c"}',
  files: '["x"]',
  date: '2026-11-22',
  stableDelay: 6,
  num: 7,
  offset: 8,
  numbuilds: 9,
  from: 10,
  to: 11,
}
/** Holds every key of every endpoint, rightly typed: each endpoint takes its own and drops the rest. */
const requestOf = (name: EndpointName) => toRequest('/buildapi', name, everything)
const urls = endpointNames.map((name) => ({ name, url: new URL(requestOf(name).url, 'http://farm') }))

describe('choosing JSON', () => {
  it.each(urls)('surprise 1: $name asks for format=json, exactly once', ({ url }) => {
    expect(url.searchParams.getAll('format')).toEqual(['json'])
  })

  it.each(urls)('surprise 2: $name leaves the choice to the address, never to Accept', ({ name }) => {
    expect(Object.keys(requestOf(name).init.headers).map((key) => key.toLowerCase())).not.toContain('accept')
  })

  it('surprise 3: JSON inside an error page is no JSON, but its sentence is found', async () => {
    const { client } = answeredBy('015')
    expect(await failureFrom(client.read('builders', { branch: 'nope' }))).toEqual({
      kind: 'notFound',
      endpoint: 'builders',
      status: 404,
      detail: 'Branch nope not found',
    })
  })

  it.each(urls)(
    'surprise 4: $name has no argument that the server would take for a path part or keep for ever',
    ({ name, url }) => {
      const endpoint: Route = routes[name]
      const allowed = ['format', ...(endpoint.query ?? [])]
      expect([...url.searchParams.keys()].filter((key) => !allowed.includes(key))).toEqual([])
      expect(
        [...url.searchParams.keys()].filter((key) =>
          ['branch', 'user', 'builder', '_', 'callback', '_method'].includes(key),
        ),
      ).toEqual([])
    },
  )

  it.each(['053', '055', '057', '095', '008', '049'])(
    'surprise 5: a 200 with HTML or nothing is unreadable and says where (%s)',
    async (file) => {
      const { client, sent } = answeredBy(file)
      const failure = await failureFrom(client.read('build', { branch: 'ash', build_id: 307 }))
      expect(failure).toMatchObject({ kind: 'contract', status: 200, detail: 'build: expected JSON, got text/html' })
      expect(sent.length).toBe(1)
    },
  )
})

describe('errors', () => {
  it.each([
    ['046', 'notFound', 404, 'Build 999999 not found on branch try'],
    ['170', 'signedOut', 403, '403 Forbidden Access was denied to this resource. ACCESS DENIED!'],
    ['024', 'server', 500, 'Server Error An internal server error occurred'],
    ['056', 'server', 500, 'Internal Server Error'],
  ])('surprise 8: recording %s, whatever its shape, is %s with its own words', async (file, kind, status, detail) => {
    const { client } = answeredBy(file)
    const failure = await failureFrom(client.read('build', { branch: 'try', build_id: 999_999 }))
    expect(failure).toEqual({ kind, status, detail, endpoint: 'build' })
  })

  it('surprise 9: what the server would answer with 500 is not sent', async () => {
    const { client, sent } = scriptedClient([() => json([])])
    const calls = [
      client.read('branchDay', { branch: 'try', date: 'yesterday' }),
      client.read('recent', { numbuilds: Number.NaN }),
      client.read('pushesFrom', { branch: 'try', from: Number.NaN }),
      client.write('reprioritize', { branch: 'try', request_id: Number.NaN, priority: 1 }),
      client.write('reprioritize', { branch: 'try', request_id: 336, priority: 1.5 }),
    ]
    for (const call of calls) expect((await failureFrom(call)).kind).toBe('unsayable')
    expect(sent).toEqual([])
  })

  it('surprise 10: an unknown branch is "not found" to one part of the server and merely empty to another', async () => {
    const { client } = answeredBy('025', '117', '125', '110')
    expect((await failureFrom(client.read('branchDay', { branch: 'nope' }))).kind).toBe('notFound')
    expect((await client.read('pending', { branch: 'nope' })).value).toEqual({ pending: {} })
    expect((await client.read('running', { branch: 'nope' })).value).toEqual({ running: {} })
    expect((await client.read('userJobs', { branch: 'try', user: 'nobody' })).value).toEqual({
      builds: [],
      running: [],
      pending: [],
    })
  })

  it.each(urls)('surprise 12: $name has no trailing slash', ({ url }) => {
    expect(url.pathname).not.toMatch(/\/$/)
  })

  it('surprise 12: a redirect is not followed, since it forgets format=json', async () => {
    const { client, sent } = answeredBy('156')
    expect(await failureFrom(client.read('branchDay', { branch: 'try' }))).toMatchObject({
      kind: 'redirected',
      status: 301,
    })
    expect(sent.map(({ init }) => init.redirect)).toEqual(['manual'])
  })
})
