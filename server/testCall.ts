import { request as send } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

/** What came back over the wire; `broken` when the connection ended before the answer was whole. */
export type Heard =
  | { broken: false; status: number; headers: IncomingHttpHeaders; body: string }
  | { broken: true; code: string; status: number | null }

/** For tests: one request on a connection of its own, its path sent exactly as given (unlike `fetch`). */
export function call(
  base: string,
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Heard> {
  const { hostname, port } = new URL(base)
  return new Promise((resolve) => {
    let status: number | null = null
    const broken = (error: NodeJS.ErrnoException) =>
      resolve({ broken: true, code: error.code ?? error.message, status })
    const request = send({ hostname, port, path, method, headers, agent: false }, (response) => {
      status = response.statusCode ?? null
      const parts: Uint8Array[] = []
      response.on('data', (part: Uint8Array) => parts.push(part))
      response.on('error', broken)
      response.on('end', () =>
        resolve({
          broken: false,
          status: status ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      )
    })
    request.on('error', broken)
    request.end(body)
  })
}

/** For tests: the whole answer, or a failed test. */
export async function whole(heard: Promise<Heard>): Promise<Exclude<Heard, { broken: true }>> {
  const answer = await heard
  if (answer.broken) throw new Error(`The connection broke: ${answer.code}`)
  return answer
}
