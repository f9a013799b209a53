import { describe, expect, it } from 'vitest'
import { endpoints } from '../contract/endpoints.ts'
import { routes } from '../contract/routes.ts'
import type { Route, EndpointName, ReadName, WriteName } from '../contract/routes.ts'
import { ApiError } from '../contract/failure.ts'
import type { FailureKind } from '../contract/failure.ts'
import { matchPath } from '../contract/path.ts'
import { recordedResponse, recordings } from '../contract/recorded.ts'
import type { Recording } from '../contract/recorded.ts'
import { read } from '../contract/schema.ts'
import type { Schema } from '../contract/schema.ts'
import { createClient } from './client.ts'
import type { Accepted, BytesName, Client, Reading } from './client.ts'

/**
 * Requests that this client never makes: no route of the table has their method and path, or another one than it seems.
 * Their answers are fed to the endpoint that somebody asking so would have meant.
 */
const meantFor: Record<string, EndpointName> = {
  '002-index-html': 'branches',
  '003-index-format-json': 'branches',
  '116-pending-branch-platform': 'pending',
  '124-running-branch-platform': 'running',
  '155-trailing-slash-get': 'branches',
  '156-trailing-slash-branch': 'branchDay',
  '157-trailing-slash-post': 'rebuildBuild',
  '158-trailing-slash-pushes': 'pushes',
  '159-no-such-route': 'branchDay',
  '160-root': 'branches',
  '161-get-on-post-only': 'build',
  '162-post-on-get-route': 'rebuildBuild',
  '163-delete-on-branch': 'cancelBuild',
  '164-head-build': 'build',
  '165-options-request': 'request',
  '166-options-post-only': 'rebuildBuild',
  '196-reprioritize-method-override': 'reprioritize',
  '197-reprioritize-method-override-query': 'reprioritize',
  '214-cancel-request-method-override': 'cancelRequest',
  '215-cancel-request-by-GET-method-override': 'cancelRequest',
  '320-job-delete': 'cancelBuild',
  '330-cors-preflight-put': 'request',
}

/** What only the words of an answer decide. */
const byItsWords: Record<string, FailureKind> = {
  '299-broker-down-reprioritize': 'neverHandedOver',
  '300-broker-down-cancel-html': 'neverHandedOver',
  '301-broker-down-rebuild': 'neverHandedOver',
  '302-broker-down-cancel-revision': 'neverHandedOver',
  '303-broker-down-new-build-at-rev': 'neverHandedOver',
  '304-broker-down-new-pgo': 'neverHandedOver',
  '305-broker-down-new-nightly': 'neverHandedOver',
  '306-broker-down-new-build-for-builder': 'neverHandedOver',
  '308-jobdb-down-cancel-revision': 'notLogged',
}

/** Everything else follows from status, Content-Type and emptiness. Null: a value. */
function expectedKind({ file, response }: Recording, name: EndpointName): FailureKind | null {
  const { status } = response
  const words = byItsWords[file]
  if (words) return words
  if (status === null) return 'timeout'
  if (status === 401 || status === 403) return 'signedOut'
  if (status === 404) return 'notFound'
  if (status === 400) return 'rejected'
  if (status >= 500) return 'server'
  if (status >= 300) return 'redirected'
  const isJson = response.headers['Content-Type'] === 'application/json' && response.body !== ''
  return isJson && status === (isWrite(name) ? 202 : 200) ? null : 'contract'
}

const isWrite = (name: EndpointName): name is WriteName => routes[name].group === 'writes'

/** Something sayable, for answers to requests that this client refuses to make. */
const standIn = {
  branch: 'ash',
  revision: '0123456789ab',
  build_id: 1,
  request_id: 1,
  job_id: 1,
  user: 'me',
  slave: 'bld',
  builder: 'Linux x86-64 ash build',
  priority: 1,
  from: 1,
  to: 2,
}
const numbers = new Set([
  'build_id',
  'request_id',
  'job_id',
  'num',
  'offset',
  'stableDelay',
  'priority',
  'count',
  'numbuilds',
  'from',
  'to',
])

/** The recorded request as the client's input, and whether its address is one that the client would use. */
function inputOf({ file, request }: Recording, name: EndpointName) {
  const endpoint: Route = routes[name]
  const shape: { input: Schema } = endpoints[name]
  const { pathname, searchParams } = new URL(request.path, 'http://farm')
  const match = file in meantFor ? null : matchPath(request.method, pathname)
  const isForm = request.headers['Content-Type'] === 'application/x-www-form-urlencoded'
  const form = new URLSearchParams(isForm ? (request.body ?? '') : '')
  const names = Object.entries(match?.values ?? {}).map(([key, value]) => [key, decodeURIComponent(value)] as const)
  const texts = {
    ...Object.fromEntries(names),
    ...Object.fromEntries([...searchParams].filter(([key]) => endpoint.query?.includes(key))),
    ...Object.fromEntries([...form].filter(([key]) => endpoint.form?.includes(key))),
  }
  const input = Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, numbers.has(key) && /^-?\d+$/.test(text) ? Number(text) : text]),
  )
  const known = [...searchParams.keys()].every((key) => key === 'format' || endpoint.query?.includes(key))
  const ours = match !== null && known && searchParams.getAll('format').join() === 'json'
  const sayable = read(shape.input, input).ok && !names.some(([, text]) => text.includes('/'))
  return { input, ours, sayable }
}

/** The endpoints in a table-driven test are names only known at run time: their inputs are checked by the client itself. */
type Loose = {
  read: (name: ReadName, input: unknown) => Promise<Reading<unknown>>
  bytes: (name: BytesName, input: unknown) => Promise<{ bytes: ArrayBuffer | Blob }>
  write: (name: WriteName, input: unknown) => Promise<Accepted>
}
const loosely = (client: Client): Loose => client as Loose

function clientOf(recording: Recording) {
  const sent: { url: string; init: RequestInit }[] = []
  const client = createClient({
    base: '',
    random: () => 0,
    timeouts: recording.response.status === null ? { writes: 0 } : {},
    fetch: async (url, init) => {
      sent.push({ url: typeof url === 'string' ? url : 'not a text', init: init ?? {} })
      return recordedResponse(recording) ?? new Promise(() => {})
    },
  })
  return { client: loosely(client), sent }
}

const cases = recordings.map((recording) => {
  const name = meantFor[recording.file] ?? matchPath(recording.request.method, pathOf(recording))?.name
  return { file: recording.file, recording, name }
})

function pathOf({ request }: Recording): string {
  return new URL(request.path, 'http://farm').pathname
}

const bytesNames: readonly string[] = [
  'branchDay',
  'push',
  'pending',
  'running',
  'pendingAll',
  'runningAll',
] satisfies BytesName[]
const isBytesName = (name: string): name is BytesName => bytesNames.includes(name)

describe('the table of recordings', () => {
  it('has every one of the 336 once, and an endpoint for each', () => {
    expect(new Set(cases.map(({ file }) => file)).size).toBe(336)
    expect(cases.filter(({ name }) => !name).map(({ file }) => file)).toEqual([])
  })

  it('names only recordings that exist', () => {
    const files = new Set(recordings.map(({ file }) => file))
    expect([...Object.keys(meantFor), ...Object.keys(byItsWords)].filter((file) => !files.has(file))).toEqual([])
  })
})

describe('every recorded answer becomes the right value or the right failure', () => {
  it.each(cases)('$file', async ({ recording, name }) => {
    if (!name) throw new Error('no endpoint')
    const { client, sent } = clientOf(recording)
    const { input, ours, sayable } = inputOf(recording, name)
    const ask = (given: unknown) => (isWrite(name) ? client.write(name, given) : client.read(name, given))

    if (!sayable) {
      await expect(ask(input)).rejects.toMatchObject({ kind: 'unsayable' })
      expect(sent).toEqual([])
    }

    const kind = expectedKind(recording, name)
    const answer = ask(sayable ? input : standIn)
    if (kind) {
      const thrown: unknown = await answer.catch((error: unknown) => error)
      if (!(thrown instanceof ApiError)) throw thrown
      expect(thrown.failure).toMatchObject({ kind, endpoint: name, status: recording.response.status })
      expect(thrown.failure.detail).toMatch(/[a-z]{2,}.*\s.*[a-z]{2,}/i)
      expect(thrown.failure.detail).not.toMatch(/<\/?[a-z!]|&\w+;|[{}]/i)
    } else if (isWrite(name)) {
      expect(await answer).toEqual({ job: jobOf(recording), status: 202, at: expect.any(Number) })
    } else {
      expect(await answer).toMatchObject({ value: recording.response.body, serverTime: dateOf(recording) })
    }

    expect(sent.length).toBe(!isWrite(name) && kind === 'server' ? 3 : 1)
    if (ours && sayable) expect(said(sent[0])).toEqual(recordedSaying(recording))
    if (isBytesName(name) && !kind) {
      const { bytes } = await client.bytes(name, sayable ? input : standIn)
      expect(JSON.parse(await new Response(bytes).text())).toEqual(recording.response.body)
    }
  })
})

function jobOf({ response }: Recording): unknown {
  const { body } = response
  return typeof body === 'object' && body !== null && 'request_id' in body ? body.request_id : undefined
}

const dateOf = ({ response }: Recording): number => Date.parse(response.headers['Date'] ?? '') / 1000

/** Order of arguments apart, our request is the recorded one. */
const said = (request: { url: string; init: RequestInit } | undefined) =>
  request &&
  saying(request.init.method ?? '', request.url, typeof request.init.body === 'string' ? request.init.body : '')
function recordedSaying({ request }: Recording) {
  const isForm = request.headers['Content-Type'] === 'application/x-www-form-urlencoded'
  return saying(request.method, request.path, isForm ? (request.body ?? '') : '')
}
function saying(method: string, path: string, body: string) {
  const url = new URL(path, 'http://farm')
  const sorted = (pairs: URLSearchParams) => [...pairs].map((pair) => pair.join('=')).toSorted()
  return {
    method,
    path: decodeURIComponent(url.pathname),
    query: sorted(url.searchParams),
    form: sorted(new URLSearchParams(body)),
  }
}
