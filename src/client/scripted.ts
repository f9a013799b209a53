import { failureOf } from '../contract/failure.ts'
import type { Failure } from '../contract/failure.ts'
import { recorded, recordedResponse } from '../contract/recorded.ts'
import { createClient } from './client.ts'
import type { Client, ClientOptions } from './client.ts'

// Loaded before any test sets the timers still: a client loads it with its first call.
await import('./shapes.ts')

/** What a scripted server does with one request: answer, break the connection ("reset"), or never answer ("silence"). */
export type Scripted = Response | 'reset' | 'silence'
export type Sent = { url: string; method: string; body: string | null; headers: Headers; init: RequestInit }

/** For tests: a client whose server follows a script, the last line for ever, and all that was sent to it. */
export function scriptedClient(
  script: readonly (() => Scripted)[],
  options: Partial<ClientOptions> = {},
): { client: Client; sent: Sent[] } {
  const sent: Sent[] = []
  const client = createClient({
    base: '/buildapi',
    random: () => 0,
    fetch: async (url, init = {}) => {
      const body = typeof init.body === 'string' ? init.body : null
      const asked = typeof url === 'string' ? url : 'not a text'
      sent.push({ url: asked, method: init.method ?? '', body, headers: new Headers(init.headers), init })
      const answer = (script[sent.length - 1] ?? script.at(-1))?.() ?? 'silence'
      if (answer === 'reset') throw new TypeError('Failed to fetch')
      if (answer === 'silence')
        return new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason)))
      return answer
    },
    ...options,
  })
  return { client, sent }
}

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json', ...headers } })

export const html = (body: string, status: number): Response =>
  new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })

/** A client answered by these recordings, one after the other. */
export const answeredBy = (...names: string[]) =>
  scriptedClient(names.map((name) => (): Scripted => recordedResponse(recorded(name)) ?? 'silence'))

/** The failure a call ends with; a test that expects one fails when there is none. */
export async function failureFrom(call: Promise<unknown>): Promise<Failure> {
  const failure = failureOf(
    await call.then(
      () => null,
      (error: unknown) => error,
    ),
  )
  if (!failure) throw new Error('the call did not fail as it should')
  return failure
}
