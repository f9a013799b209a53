import type { CallInput } from '../contract/endpoints.ts'
import { dayPattern, routes } from '../contract/routes.ts'
import type { EndpointName, Route } from '../contract/routes.ts'
import { ApiError } from '../contract/failure.ts'
import { fillPath } from '../contract/path.ts'

/** One request as `fetch` takes it. */
export type WireRequest = { url: string; init: Omit<RequestInit, 'headers'> & { headers: Record<string, string> } }

/**
 * The one way a call becomes an address and a body.
 *
 * - exactly one `format=json`, always (contract surprises 1 and 5: without it, or with two, no JSON comes back)
 * - no argument but those the table names: `branch=` or `user=` would override the path in the server's cache,
 *   and a cache-busting argument would be kept there for ever (surprise 4)
 * - no trailing slash (surprise 12: it redirects, and the redirect forgets `format=json`)
 * - fields of a write form-encoded in the body (surprise 20: JSON and query arguments are silently not read)
 *
 * The input is held against its schema before, in `shapes.ts`, except for the long lists, which must not wait for it.
 *
 * @throws ApiError `unsayable` when the server would misread the input; nothing is sent then.
 */
export function toRequest<K extends EndpointName>(base: string, name: K, input: CallInput<K>): WireRequest {
  const endpoint: Route = routes[name]
  const values = textsOf(input)
  if (values['date'] !== undefined && !dayPattern.test(values['date'])) throw unsayable(name, DAY_SENTENCE)
  const query = encoded(['format', ...(endpoint.query ?? [])], { ...values, format: 'json' })
  const url = `${base.replace(/\/+$/, '')}${pathOf(name, endpoint, values)}?${query}`
  // The HTTP cache would only add a second, older truth to the server's own; a redirect is never what was asked for.
  const init = { method: endpoint.method, cache: 'no-store', redirect: 'manual', headers: {} } as const
  if (endpoint.method === 'GET' || endpoint.method === 'DELETE') return { url, init }
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  return { url, init: { ...init, headers, body: encoded(endpoint.form ?? [], values) } }
}

/** A bad date is a 500 of the server's (surprise 9). */
export const DAY_SENTENCE = 'The date must be written YYYY-MM-DD.'

/** Inputs are flat: texts and numbers, and nothing where an optional one was left out. */
function textsOf(input: unknown): Record<string, string> {
  const entries: [string, unknown][] = Object.entries(input ?? {})
  const texts: Record<string, string> = {}
  for (const [key, value] of entries) {
    if (typeof value === 'string' || typeof value === 'number') texts[key] = String(value)
  }
  return texts
}

function encoded(keys: readonly string[], values: Record<string, string>): string {
  const pairs = new URLSearchParams()
  for (const key of keys) {
    const value = values[key]
    if (value !== undefined) pairs.set(key, value)
  }
  return pairs.toString()
}

function pathOf(name: EndpointName, endpoint: Route, values: Record<string, string>): string {
  try {
    const filled = fillPath(endpoint.path, values)
    if (filled.ok && !isOther(endpoint, filled.path)) return filled.path
    if (filled.ok) throw unsayable(name, 'The server takes this name for a page of its own.')
    throw unsayable(name, pathSentences[filled.unsayable.reason](filled.unsayable.key))
  } catch (thrown) {
    if (thrown instanceof URIError) throw unsayable(name, 'A name with half a character in it cannot be sent.')
    throw thrown
  }
}

/** A branch called "jobs" has the address of the log: another route would answer. */
const isOther = (endpoint: Route, path: string): boolean =>
  path !== endpoint.path && Object.values(routes).some((route) => route.path === path)

const pathSentences = {
  slash: (key: string) => `A name with a slash cannot be sent to this server: its address rules split on it (${key}).`,
  dots: (key: string) => `A name of nothing but dots cannot be sent: browsers fold it away (${key}).`,
  empty: (key: string) => `The ${key} is missing, and without it another address would be reached.`,
} as const

export const unsayable = (endpoint: EndpointName, detail: string): ApiError =>
  new ApiError({ kind: 'unsayable', endpoint, status: null, detail })
