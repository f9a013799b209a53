import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { securityHeaders } from './headers.ts'
import { Socket } from 'node:net'
import type { Middleware } from './proxy.ts'

/** A running server: its address without a trailing slash, and its end. */
export type Service = { url: string; close: () => Promise<void> }

export type ServeOptions = {
  host: string
  /** 0 takes any free one. */
  port: number
  /** Asked in order; the first that does not call `next` answers. */
  handlers: readonly Middleware[]
  /** Whether connections may be used again; never by default, see `serve`. */
  keepAlive?: () => boolean
}

/** A connection on which nothing was asked for this long (ms) was opened ahead of need: see `serve`. */
const openedAhead = 500

const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD'

/**
 * Serves over HTTP/1.1, with the security headers on every answer.
 *
 * Chromium sends a request again by itself when a connection that was open before (used or only opened ahead of need)
 * dies without an answer, a POST like any other; that would make two writes of one press. Only a connection opened for
 * the very request is safe from it. So every connection is closed after its answer, static files included, and a write
 * that comes on one opened ahead is not looked at: the connection is closed, and Chromium brings the write on a new one.
 * Reads are taken there: a slow network may lose the first packet, a busy browser may take its time.
 */
export function serve({ host, port, handlers, keepAlive = () => false }: ServeOptions): Promise<Service> {
  const ahead = new WeakSet<Socket>()
  const server = createServer((request, response) => {
    if (ahead.has(request.socket) && !isRead(request)) {
      request.socket.destroy()
      return
    }
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    if (!keepAlive()) response.setHeader('connection', 'close')
    pass(handlers, request, response)
  })
  server.on('connection', (socket) => {
    if (keepAlive()) return
    // Looked at after what has arrived was read: a world being made may have kept this program from reading it.
    const unused = setTimeout(() => setImmediate(() => socket.bytesRead === 0 && ahead.add(socket)), openedAhead)
    socket.on('close', () => clearTimeout(unused))
  })
  server.on('clientError', (_error, socket) => {
    // Never used within a minute: an answer to nothing could be taken for that to a request just on its way.
    if (socket instanceof Socket && socket.bytesRead === 0) {
      socket.destroy()
      return
    }
    const headers = Object.entries({ ...securityHeaders, connection: 'close', 'content-length': '0' })
    const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`)
    if (socket.writable) socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('')}\r\n`)
  })

  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address ? address.port : port
      resolve({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      })
    })
  })
}

function pass(handlers: readonly Middleware[], request: IncomingMessage, response: ServerResponse): void {
  const [first, ...rest] = handlers
  if (first) first(request, response, () => pass(rest, request, response))
  else response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n')
}

/** Starts a program's server, or says in one sentence why it can't and ends the program. */
export async function serveOrExit(options: ServeOptions): Promise<Service> {
  try {
    return await serve(options)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    console.error(`Can't listen on ${options.host}:${options.port} (${reason}). Choose another with PORT=…`)
    process.exit(1)
  }
}

/** HOST and PORT of the environment. */
export const listenAddress = (env: NodeJS.ProcessEnv, port: number): { host: string; port: number } => ({
  host: env['HOST'] ?? '127.0.0.1',
  port: Number(env['PORT'] ?? port),
})
