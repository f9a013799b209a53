import type { Endpoint, EndpointName, Reply, WriteName } from '../contract/endpoints.ts'
import { endpoints } from '../contract/endpoints.ts'
import type { FailureKind } from '../contract/failure.ts'
import { ApiError } from '../contract/failure.ts'
import { JobAnswer } from '../contract/records.ts'
import { read } from '../contract/schema.ts'
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
  if (status === 503 && endpoints[endpoint].group === 'writes') return handOverKind(detail) ?? 'busy'
  if (status === 429 || status === 502 || status === 503 || status === 504) return 'busy'
  if (status >= 500) return 'server'
  // A manual redirect is shown by browsers as status 0.
  return status >= 400 ? 'rejected' : 'redirected'
}

/** The two ways a write fails inside the server (surprise 15), told apart by its words alone. */
function handOverKind(msg: string | null): FailureKind | null {
  if (msg?.startsWith("Couldn't create JobRequest row")) return 'notLogged'
  if (msg?.startsWith("Couldn't send message to broker")) return 'neverHandedOver'
  return null
}

/** The typed value of a read. The Content-Type is looked at before anything is parsed (surprise 3). */
export async function takeReply<K extends EndpointName>(name: K, response: Response): Promise<Reply<K>> {
  const endpoint: Endpoint = endpoints[name]
  const answer = read(endpoint.reply, await takeJson(name, response))
  if (!answer.ok) throw contract(name, response, `expected ${answer.misfit.expected} at ${answer.misfit.field}`)
  // Held against the endpoint's own schema just above; the table's link from name to reply is lost on a generic name.
  return answer.value as Reply<K>
}

/** The job's id out of a write's answer. FAILED may come with a 202 (surprise 15): only the body tells. */
export async function takeJob(name: WriteName, response: Response): Promise<number> {
  const answer = read(JobAnswer, await takeJson(name, response))
  if (!answer.ok) throw contract(name, response, `expected ${answer.misfit.expected} at ${answer.misfit.field}`)
  if (answer.value.status === 'OK') return answer.value.request_id
  const detail = answer.value.msg
  throw new ApiError({
    kind: handOverKind(detail) ?? 'neverHandedOver',
    endpoint: name,
    status: response.status,
    detail,
  })
}

/** The bytes of a JSON answer, unread: a day's list is parsed elsewhere. */
export async function takeBytes(name: EndpointName, response: Response): Promise<ArrayBuffer> {
  refuseOtherTypes(name, response)
  const bytes = await response.arrayBuffer()
  if (bytes.byteLength === 0) throw contract(name, response, 'expected JSON, got an empty answer')
  return bytes
}

async function takeJson(name: EndpointName, response: Response): Promise<unknown> {
  refuseOtherTypes(name, response)
  const text = await response.text()
  if (text.trim() === '') throw contract(name, response, 'expected JSON, got an empty answer')
  try {
    return JSON.parse(text)
  } catch {
    throw contract(name, response, 'the JSON breaks off or is damaged')
  }
}

function refuseOtherTypes(name: EndpointName, response: Response): void {
  const type = typeOf(response)
  if (!isJson(type))
    throw contract(name, response, `expected JSON, got ${type.split(';')[0]?.trim() || 'an answer without a type'}`)
}

const contract = (endpoint: EndpointName, response: Response, what: string): ApiError =>
  new ApiError({ kind: 'contract', endpoint, status: response.status, detail: `${endpoint}: ${what}` })
