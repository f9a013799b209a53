import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { proxyTo } from './proxy.ts'
import { serve } from './serve.ts'
import type { Service } from './serve.ts'
import { call, whole } from './testCall.ts'

const running: { close: () => unknown }[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

/** A farm that does as told, and what it was asked. */
async function farm(act: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = []
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
      act(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  running.push(server)
  const address = server.address()
  return { asked, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` }
}

async function proxy(target: string, user: string | null = null): Promise<Service> {
  const service = await serve({ host: '127.0.0.1', port: 0, handlers: [proxyTo(target, { user })] })
  running.push(service)
  return service
}

const hello = (_request: IncomingMessage, response: ServerResponse) =>
  response
    .writeHead(202, { 'content-type': 'application/json', 'x-farm': 'yes', 'keep-alive': 'timeout=9' })
    .end('{"a":1}')

describe('the proxy to a farm', () => {
  it('hands method, encoded path, query, form and headers on, below the prefix of the farm', async () => {
    const { asked, url } = await farm(hello)
    const { url: front } = await proxy(`${url}/old/`)
    const answer = await whole(
      call(front, '/buildapi/self-serve/try/builders/a%20b/abc?format=json', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: 'Basic eA==', cookie: 'a=b' },
        body: 'priority=3',
      }),
    )
    expect(answer).toMatchObject({ status: 202, body: '{"a":1}' })
    expect(answer.headers['x-farm']).toBe('yes')
    expect(answer.headers['keep-alive']).toBeUndefined()
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({
      method: 'POST',
      url: '/old/self-serve/try/builders/a%20b/abc?format=json',
      body: 'priority=3',
      headers: { authorization: 'Basic eA==', cookie: 'a=b', host: url.slice('http://'.length), connection: 'close' },
    })
  })

  it('never believes a browser who it is', async () => {
    const { asked, url } = await farm(hello)
    const anonymous = await proxy(url)
    const known = await proxy(url, 'ann')
    await call(anonymous.url, '/buildapi/pending', { headers: { 'X-Remote-User': 'root' } })
    await call(known.url, '/buildapi/pending', { headers: { 'X-Remote-User': 'root' } })
    expect(asked.map(({ headers }) => headers['x-remote-user'])).toEqual([undefined, 'ann'])
  })

  it('puts our policy on what the farm says', async () => {
    const { url } = await farm((_request, response) =>
      response
        .writeHead(403, { 'content-security-policy': "default-src *; script-src 'unsafe-inline'" })
        .end('<h1>No</h1>'),
    )
    const { headers } = await whole(call((await proxy(url)).url, '/buildapi/self-serve/try'))
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers.connection).toBe('close')
  })

  it('sends a write once and breaks with the farm, when the farm breaks without an answer', async () => {
    const { asked, url } = await farm((request) => request.socket.destroy())
    const heard = await call((await proxy(url)).url, '/buildapi/self-serve/try/build/5', { method: 'DELETE' })
    expect(heard).toMatchObject({ broken: true, status: null })
    expect(asked).toHaveLength(1)
  })

  it('breaks in the middle where the farm does', async () => {
    const { url } = await farm((request, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('half', () => request.socket.destroy())
    })
    const heard = await call((await proxy(url)).url, '/buildapi/self-serve/try')
    expect(heard).toMatchObject({ broken: true, status: 200 })
  })

  it('says 502 only when nothing can have been sent', async () => {
    const { url } = await farm(hello)
    await Promise.all(running.splice(0).map((server) => server.close()))
    const answer = await whole(call((await proxy(url)).url, '/buildapi/self-serve/try/build/5', { method: 'DELETE' }))
    expect(answer.status).toBe(502)
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('leaves other paths alone', async () => {
    const { asked, url } = await farm(hello)
    const { url: front } = await proxy(url)
    expect((await whole(call(front, '/buildapix/pending'))).status).toBe(404)
    expect((await whole(call(front, '/try'))).status).toBe(404)
    expect(asked).toHaveLength(0)
  })
})
