import { endpoints } from '../contract/endpoints.ts'
import type { CallInput, Reply } from '../contract/endpoints.ts'
import { ApiError } from '../contract/failure.ts'
import { JobAnswer } from '../contract/records.ts'
import { routes } from '../contract/routes.ts'
import type { EndpointName, WriteName } from '../contract/routes.ts'
import { read } from '../contract/schema.ts'
import type { Schema } from '../contract/schema.ts'
import { handOverKind, takeJson, unreadable } from './answer.ts'
import { DAY_SENTENCE, unsayable } from './request.ts'

// The part of the client that needs the schema library. It is loaded with the first small answer or write:
// the long lists, which the first view waits for, are read row by row elsewhere.

/** Holds an input against its schema. @throws ApiError `unsayable`: the server would misread it, and nothing is sent. */
export function checkInput<K extends EndpointName>(name: K, input: CallInput<K>): void {
  const { input: schema }: { input: Schema } = endpoints[name]
  const checked = read(schema, input)
  if (!checked.ok) throw unsayable(name, misfitSentence(name, checked.misfit.field, checked.misfit.expected))
}

function misfitSentence(name: EndpointName, field: string, expected: string): string {
  if (field === 'revision' && routes[name].group === 'writes')
    return 'The revision must be 12 or 40 hexadecimal digits: the server takes anything else as a pattern over the whole branch.'
  if (field === 'count')
    return 'The count must be a whole number of at least 1: the server accepts others and does nothing.'
  if (field === 'date') return DAY_SENTENCE
  return `The ${field} cannot be sent: expected ${expected}.`
}
/** The typed value of a read. The Content-Type is looked at before anything is parsed (surprise 3). */
export async function takeReply<K extends EndpointName>(name: K, response: Response): Promise<Reply<K>> {
  const endpoint: { reply: Schema } = endpoints[name]
  const answer = read(endpoint.reply, await takeJson(name, response))
  if (!answer.ok) throw unreadable(name, response, `expected ${answer.misfit.expected} at ${answer.misfit.field}`)
  // Held against the endpoint's own schema just above; the table's link from name to reply is lost on a generic name.
  return answer.value as Reply<K>
}

/** The job's id out of a write's answer. FAILED may come with a 202 (surprise 15): only the body tells. */
export async function takeJob(name: WriteName, response: Response): Promise<number> {
  const answer = read(JobAnswer, await takeJson(name, response))
  if (!answer.ok) throw unreadable(name, response, `expected ${answer.misfit.expected} at ${answer.misfit.field}`)
  if (answer.value.status === 'OK') return answer.value.request_id
  const detail = answer.value.msg
  throw new ApiError({
    kind: handOverKind(detail) ?? 'neverHandedOver',
    endpoint: name,
    status: response.status,
    detail,
  })
}
