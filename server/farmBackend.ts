import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { matchPath } from '../src/contract/path.ts'
import type { FarmAnswer } from '../src/farm/farm.ts'
import { hostNow, noteRequest } from './farmHost.ts'
import type { FarmHost } from './farmHost.ts'
import { strike } from './faults.ts'
import { belowApi } from './proxy.ts'
import type { Middleware } from './proxy.ts'

/** Answers `/buildapi/…` from a farm in memory, with the faults of the wire in between. */
export function farmBackend(host: FarmHost): Middleware {
  const connections = new WeakMap<Socket, number>()
  let opened = 0

  return (request, response, next) => {
    const url = belowApi(request.url ?? '/')
    if (url === null) return next()
    const connection = connections.get(request.socket) ?? ++opened
    connections.set(request.socket, connection)
    answer(host, request, response, { url, connection }).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  }
}

async function answer(
  host: FarmHost,
  request: IncomingMessage,
  response: ServerResponse,
  { url, connection }: { url: string; connection: number },
): Promise<void> {
  const body = await readBody(request)
  const method = request.method ?? 'GET'
  const endpoint = endpointOf(method, url)
  const now = hostNow(host)
  noteRequest(host, { method, url, endpoint, at: now, connection })
  const { rule, left } = strike(host.faults, { method, endpoint })
  host.faults = left

  if (rule?.fault === 'dropBefore') return void request.socket.destroy()
  if (rule?.fault === 'resetBefore') return void request.socket.resetAndDestroy()
  const said = host.farm.answer({ method, url, headers: plainHeaders(request), body, now })
  if (rule?.fault === 'dropAfter') return void request.socket.destroy()
  if (rule?.fault === 'reset') return void request.socket.resetAndDestroy()
  // Nothing is written, and the connection stays until the caller gives up.
  if (said.delay === 'never') return

  const delay = said.delay + (rule?.fault === 'delay' ? (rule.ms ?? 0) : 0)
  if (delay > 0) await wait(delay)
  if (response.destroyed) return
  say(request, response, said, rule?.fault === 'truncate')
}

function say(request: IncomingMessage, response: ServerResponse, said: FarmAnswer, truncated: boolean): void {
  response.writeHead(said.status, { 'content-length': said.body.byteLength, ...said.headers })
  if (!truncated) response.end(said.body)
  else response.write(said.body.subarray(0, Math.floor(said.body.byteLength / 2)), () => request.socket.destroy())
}

async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of request) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

function endpointOf(method: string, url: string): string | null {
  try {
    return matchPath(method, decodeURIComponent(url.replace(/\?.*$/s, '')))?.name ?? null
  } catch {
    return null
  }
}

const plainHeaders = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
