import type { EndpointName } from '../contract/routes.ts'
import { routes } from '../contract/routes.ts'
import type { FailureKind } from '../contract/failure.ts'
import { ApiError } from '../contract/failure.ts'
import { plainText } from './plainText.ts'

/** Bare `application/json`, or with parameters (contract surprise 7). */
const isJson = (contentType: string): boolean => /^\s*application\/json\s*(;|$)/i.test(contentType)
const typeOf = (response: Response): string => response.headers.get('Content-Type') ?? ''

/** Refuses every answer that is not a success, by its status and its words. */
export async function refuseByStatus(endpoint: EndpointName, response: Response): Promise<void> {
  if (response.ok) return
  // The status alone already decides: a body that breaks off takes nothing away from it.
  const body = await response.text().catch(() => '')
  const location = response.headers.get('Location')
  const kind = kindOf(endpoint, response.status, plainText(body, typeOf(response)))
  const detail =
    kind === 'redirected'
      ? `The server sent us elsewhere${location ? ` (${location})` : ''} instead of answering.`
      : plainText(body, typeOf(response))
  throw new ApiError({ kind, endpoint, status: response.status || null, detail })
}

function kindOf(endpoint: EndpointName, status: number, detail: string | null): FailureKind {
  if (status === 401 || status === 403) return 'signedOut'
  if (status === 404) return 'notFound'
  if (status === 503 && routes[endpoint].group === 'writes') return handOverKind(detail) ?? 'busy'
  if (status === 429 || status === 502 || status === 503 || status === 504) return 'busy'
  if (status >= 500) return 'server'
  // A manual redirect is shown by browsers as status 0.
  return status >= 400 ? 'rejected' : 'redirected'
}

/** The two ways a write fails inside the server (surprise 15), told apart by its words alone. */
export function handOverKind(msg: string | null): FailureKind | null {
  if (msg?.startsWith("Couldn't create JobRequest row")) return 'notLogged'
  if (msg?.startsWith("Couldn't send message to broker")) return 'neverHandedOver'
  return null
}

/** Bytes of an answer that says it is no longer than this are taken as they come: collecting a blob takes longer. */
const SHORT = 1_000_000

/**
 * The bytes of a JSON answer, unread: a day's list is parsed elsewhere. Long ones as a blob, since browsers collect one
 * off the page's thread; 20 MB as an `ArrayBuffer` would hold the page for a tenth of a second (docs/performance.md).
 */
export async function takeBytes(name: EndpointName, response: Response): Promise<ArrayBuffer | Blob> {
  refuseOtherTypes(name, response)
  const bytes = isShort(response) ? await response.arrayBuffer() : await response.blob()
  const size = bytes instanceof Blob ? bytes.size : bytes.byteLength
  if (size === 0) throw unreadable(name, response, 'expected JSON, got an empty answer')
  return bytes
}

/** A packed answer tells its packed length, which says little. */
function isShort({ headers }: Response): boolean {
  return !headers.has('Content-Encoding') && Number(headers.get('Content-Length') ?? Infinity) <= SHORT
}

export async function takeJson(name: EndpointName, response: Response): Promise<unknown> {
  refuseOtherTypes(name, response)
  const text = await response.text()
  if (text.trim() === '') throw unreadable(name, response, 'expected JSON, got an empty answer')
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable(name, response, 'the JSON breaks off or is damaged')
  }
}

function refuseOtherTypes(name: EndpointName, response: Response): void {
  const type = typeOf(response)
  if (!isJson(type))
    throw unreadable(name, response, `expected JSON, got ${type.split(';')[0]?.trim() || 'an answer without a type'}`)
}

export const unreadable = (endpoint: EndpointName, response: Response, what: string): ApiError =>
  new ApiError({ kind: 'contract', endpoint, status: response.status, detail: `${endpoint}: ${what}` })
