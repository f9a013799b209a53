import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from './serve.ts'
import type { Service } from './serve.ts'
import { staticFiles } from './staticFiles.ts'
import { call, whole } from './testCall.ts'

const folder = mkdtempSync(join(tmpdir(), 'self-serve-'))
let service: Service

beforeAll(async () => {
  const dist = join(folder, 'dist')
  mkdirSync(join(dist, 'assets'), { recursive: true })
  mkdirSync(join(dist, '.vite'))
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>The app</title>')
  writeFileSync(join(dist, 'assets', 'index-abc.js'), 'export {}')
  writeFileSync(join(dist, '.vite', 'manifest.json'), '{"secret":true}')
  writeFileSync(join(folder, 'outside.txt'), 'secret')
  service = await serve({ host: '127.0.0.1', port: 0, handlers: [staticFiles(dist)] })
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true })
})

const html = { accept: 'text/html,*/*' }

describe('a served build', () => {
  it.each(['/', '/try', '/try/build/5', '/mozilla-b2g26_v1.2', '/~jobs'])(
    'gives the app at %s, never kept',
    async (path) => {
      const answer = await whole(call(service.url, path, { headers: html }))
      expect(answer.status).toBe(200)
      expect(answer.body).toContain('The app')
      expect(answer.headers['cache-control']).toBe('no-store')
    },
  )

  it('keeps hashed files for ever', async () => {
    const answer = await whole(call(service.url, '/assets/index-abc.js'))
    expect(answer.headers['cache-control']).toContain('immutable')
    expect(answer.headers['content-type']).toContain('text/javascript')
  })

  it('says 404, not the app, for a script that is not there', async () => {
    expect((await whole(call(service.url, '/assets/index-old.js', { headers: html }))).status).toBe(404)
    expect((await whole(call(service.url, '/mockServiceWorker.js'))).status).toBe(404)
  })

  it('packs for those who can unpack', async () => {
    const packed = await fetch(`${service.url}/`, { headers: { 'accept-encoding': 'gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(await packed.text()).toContain('The app')
    expect((await whole(call(service.url, '/'))).headers['content-encoding']).toBeUndefined()
  })

  it.each([
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/assets/..%2f..%2foutside.txt',
    '/..%5coutside.txt',
    '/%00',
    '/%zz',
  ])('refuses %s', async (path) => {
    const answer = await whole(call(service.url, path, { headers: html }))
    expect(answer.status).toBe(400)
    expect(answer.body).not.toContain('secret')
  })

  it('keeps hidden files hidden', async () => {
    expect((await whole(call(service.url, '/.vite/manifest.json'))).body).not.toContain('secret')
  })

  it('writes nothing', async () => {
    expect((await whole(call(service.url, '/', { method: 'POST' }))).status).toBe(404)
  })
})

describe('every answer', () => {
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  it.each([
    ['GET', '/'],
    ['GET', '/try'],
    ['GET', '/assets/index-abc.js'],
    ['GET', '/assets/none.js'],
    ['GET', '/../outside.txt'],
    ['POST', '/'],
  ])('carries the policy and closes its connection: %s %s', async (method, path) => {
    const { headers } = await whole(call(service.url, path, { method, headers: { connection: 'keep-alive' } }))
    expect(headers['content-security-policy']).toBe(policy)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers.connection).toBe('close')
  })

  it('does so for what is no HTTP at all', async () => {
    const { hostname, port } = new URL(service.url)
    const text = await new Promise<string>((resolve) => {
      let heard = ''
      const socket = connect(Number(port), hostname, () => socket.write('NONSENSE\r\n\r\n'))
      socket.on('data', (part) => (heard += part.toString()))
      socket.on('close', () => resolve(heard))
    })
    expect(text).toContain('400 Bad Request')
    expect(text).toContain(policy)
  })
})
