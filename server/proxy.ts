import { request as requestHttp } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { request as requestHttps } from 'node:https'
import { securityHeaders } from './headers.ts'

/** Headers of one connection, not of the message (RFC 9110 §7.6.1): never handed on. */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

/** A handler in the manner of Connect: what is not its own goes to `next`. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/**
 * Hands `/buildapi/…` on to a farm at `target` (`http://host:port/prefix`).
 *
 * Every request travels on a connection of its own and is sent once: a reused connection that dies without an answer
 * makes HTTP clients send again, and a write may not be sent again. For the same reason a connection that breaks after
 * sending is broken towards the browser too: "502" would claim to know that nothing happened.
 *
 * `X-Remote-User` from a browser is never believed: it is removed, and set to `user` if one is given.
 */
export function proxyTo(target: string, options: { user: string | null }): Middleware {
  const upstream = new URL(target)
  const send = upstream.protocol === 'https:' ? requestHttps : requestHttp
  const prefix = upstream.pathname.replace(/\/$/, '')

  return (request, response, next) => {
    const below = belowApi(request.url ?? '/')
    if (below === null) return next()
    const headers: OutgoingHttpHeaders = { ...endToEnd(request.headers), host: upstream.host, connection: 'close' }
    delete headers['x-remote-user']
    if (options.user !== null) headers['x-remote-user'] = options.user

    let reached = false
    const onward = send({
      agent: false,
      protocol: upstream.protocol,
      hostname: upstream.hostname.replace(/^\[|\]$/g, ''),
      port: upstream.port,
      method: request.method,
      path: prefix + below,
      headers,
    })
    onward.on('socket', (socket) => {
      socket.on(upstream.protocol === 'https:' ? 'secureConnect' : 'connect', () => (reached = true))
    })
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, {
        ...endToEnd(answer.headers),
        ...securityHeaders,
        connection: 'close',
      })
      answer.pipe(response)
      answer.on('error', () => response.destroy())
      answer.on('close', () => {
        if (!answer.complete) response.destroy()
      })
    })
    onward.on('error', () => {
      if (reached || response.headersSent) response.destroy()
      else refuse(response, upstream.host)
    })
    // A read nobody waits for is dropped; a write runs its course.
    response.on('close', () => {
      if (!response.writableFinished && request.method === 'GET') onward.destroy()
    })
    request.on('close', () => {
      if (!request.complete) onward.destroy()
    })
    request.pipe(onward)
  }
}

/** Path and query below `/buildapi`, still percent-encoded, or null for any other path. */
export function belowApi(url: string): string | null {
  if (!url.startsWith('/buildapi')) return null
  const below = url.slice('/buildapi'.length)
  return below === '' || below.startsWith('/') || below.startsWith('?') ? below : null
}

function endToEnd(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase())
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !hopByHop.includes(name) && !named.includes(name)),
  )
}

/** Nothing listens there: the request has certainly not been sent. */
function refuse(response: ServerResponse, host: string): void {
  const body = JSON.stringify({ status: 'FAILED', msg: `No connection to the farm at ${host}` })
  response.writeHead(502, { ...securityHeaders, 'content-type': 'application/json', connection: 'close' })
  response.end(body)
}
