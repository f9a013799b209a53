/**
 * Reads the rows of a long list by hand, since a schema library takes ten times as long under a policy without eval.
 * Held equal to the contract's schemas (`ListBuild`, `ListRequest`, `PendingItem`, `RunningItem`) by a property test.
 * Each check gives the first misfit as "<field> is not <expected>", or null when the value fits.
 */
export type Misfit = string | null

type Fields = { readonly [field: string]: unknown }
type Test = (value: unknown) => boolean
type Shape = readonly (readonly [field: string, test: Test, expected: string])[]

const text: Test = (value) => typeof value === 'string'
const number: Test = (value) => Number.isFinite(value)
const integer: Test = (value) => Number.isSafeInteger(value)
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value)

const request: Shape = [
  ['request_id', integer, 'a whole number'],
  ['branch', text, 'text'],
  ['buildername', text, 'text'],
  ['revision', orNull(text), 'text or null'],
  ['priority', number, 'a number'],
  ['reason', text, 'text'],
  ['submittime', number, 'a number'],
  ['claimed_at', number, 'a number'],
  ['complete', number, 'a number'],
  ['complete_at', orNull(number), 'a number or null'],
]

const build: Shape = [
  ['build_id', integer, 'a whole number'],
  ['branch', text, 'text'],
  ['buildername', text, 'text'],
  ['buildnumber', number, 'a number'],
  ['claimed_by_name', orNull(text), 'text or null'],
  ['revision', orNull(text), 'text or null'],
  ['starttime', number, 'a number'],
  ['endtime', orNull(number), 'a number or null'],
  ['status', orNull(number), 'a number or null'],
]

const pendingItem: Shape = [
  ['id', integer, 'a whole number'],
  ['buildername', text, 'text'],
  ['submitted_at', number, 'a number'],
]

const runningItem: Shape = [
  ['id', integer, 'a whole number'],
  ['buildername', text, 'text'],
  ['claimed_by_name', orNull(text), 'text or null'],
  ['last_heartbeat', orNull(number), 'a number or null'],
  ['number', orNull(number), 'a number or null'],
  ['revision', orNull(text), 'text or null'],
  ['start_time', number, 'a number'],
  ['submitted_at', number, 'a number'],
]

/** An object's fields, or null for anything else. */
export const fieldsOf = (value: unknown): Fields | null =>
  // Every object may be asked for any field; what comes is unknown until tested.
  typeof value === 'object' && value !== null ? (value as Fields) : null

function misfitIn(value: unknown, shape: Shape): Misfit {
  const fields = fieldsOf(value)
  if (fields === null) return 'it is not an object'
  for (const [field, test, expected] of shape) if (!test(fields[field])) return `${field} is not ${expected}`
  return null
}

export const misfitOfRequest = (value: unknown): Misfit => misfitIn(value, request)

export function misfitOfBuild(value: unknown): Misfit {
  const misfit = misfitIn(value, build)
  if (misfit !== null) return misfit
  const requests = fieldsOf(value)?.['requests']
  if (!Array.isArray(requests)) return 'requests is not a list'
  for (let at = 0; at < requests.length; at++) {
    const inner = misfitIn(requests[at], request)
    if (inner !== null) return `requests.${at}.${inner}`
  }
  return null
}

export const misfitOfPending = (value: unknown): Misfit => misfitIn(value, pendingItem)

export function misfitOfRunning(value: unknown): Misfit {
  const misfit = misfitIn(value, runningItem)
  if (misfit !== null) return misfit
  const ids = fieldsOf(value)?.['request_ids']
  if (!Array.isArray(ids)) return 'request_ids is not a list'
  const bad = ids.findIndex((id) => !integer(id))
  return bad < 0 ? null : `request_ids.${bad} is not a whole number`
}
