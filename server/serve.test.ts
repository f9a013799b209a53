import { once } from 'node:events'
import { channel } from 'node:diagnostics_channel'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { serve } from './serve.ts'
import type { Service } from './serve.ts'

let service: Service
afterEach(() => service.close())

/** A connection to a server that answers all; nothing was asked on it when `then` comes, and the server has taken it. */
async function connected<T>(then: (socket: Socket) => Promise<T>): Promise<T> {
  service = await serve({ host: '127.0.0.1', port: 0, handlers: [(_, response) => response.end('here')] })
  const taken = new Promise((resolve) => channel('net.server.socket').subscribe(resolve))
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1').setEncoding('utf8')
  await taken
  return then(socket)
}

describe('a connection on which nothing was asked yet', () => {
  it('is closed, so that no write can be put on it later', async () => {
    const bytes = await connected(async (socket) => {
      await once(socket.resume(), 'close')
      return socket.bytesRead
    })
    expect(bytes).toBe(0)
  })

  it('is not taken for unused because the server was too busy to read what came', async () => {
    const answer = await connected(async (socket) => {
      if (socket.connecting) await once(socket, 'connect')
      socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
      const busyUntil = performance.now() + 700
      while (performance.now() < busyUntil);
      const [data]: unknown[] = await once(socket, 'data')
      return data
    })
    expect(answer).toContain('HTTP/1.1 200')
  })
})
