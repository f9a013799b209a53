import { once } from 'node:events'
import { channel } from 'node:diagnostics_channel'
import { connect } from 'node:net'
import { setImmediate as looked } from 'node:timers/promises'
import type { Socket } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { serve } from './serve.ts'
import type { Service } from './serve.ts'

let service: Service
let asked: (string | undefined)[] = []
afterEach(async () => {
  asked = []
  vi.useRealTimers()
  await service.close()
})

async function answerTo(socket: Socket, method: 'GET' | 'POST'): Promise<unknown> {
  socket.write(`${method} / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`)
  const [data]: unknown[] = await once(socket, 'data')
  return data
}

/** A connection to a server that answers all; nothing was asked on it when `then` comes, and the server has taken it. */
async function connected<T>(then: (socket: Socket) => Promise<T>): Promise<T> {
  service = await serve({
    host: '127.0.0.1',
    port: 0,
    handlers: [
      (request, response) => {
        asked.push(request.method)
        response.end('here')
      },
    ],
  })
  const taken = new Promise((resolve) => channel('net.server.socket').subscribe(resolve))
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1').setEncoding('utf8')
  await taken
  return then(socket)
}

/** The same, when it has been open for longer than a request takes to follow. */
function openedAhead<T>(then: (socket: Socket) => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  return connected(async (socket) => {
    await vi.advanceTimersByTimeAsync(700)
    await looked()
    return then(socket)
  })
}

describe('a connection that was opened ahead of need', () => {
  it('is closed when a write comes on it, which nothing has looked at', async () => {
    const bytes = await openedAhead(async (socket) => {
      socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n')
      await once(socket.resume(), 'close')
      return socket.bytesRead
    })
    expect(bytes).toBe(0)
    expect(asked).toEqual([])
  })

  it('is good for a read, since a lost packet or a busy browser may be why it came late', async () => {
    const answer = await openedAhead((socket) => answerTo(socket, 'GET'))
    expect(answer).toContain('HTTP/1.1 200')
  })

  it('is not what a connection is taken for because the server was too busy to read the write', async () => {
    const answer = await connected(async (socket) => {
      if (socket.connecting) await once(socket, 'connect')
      const answered = answerTo(socket, 'POST')
      const busyUntil = performance.now() + 700
      while (performance.now() < busyUntil);
      return answered
    })
    expect(answer).toContain('HTTP/1.1 200')
  })
})
