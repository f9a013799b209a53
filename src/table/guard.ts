/**
 * Reads the rows of a long list by hand, since a schema library takes ten times as long under a policy without eval.
 * Held equal to the contract's schemas (`ListBuild`, `ListRequest`, `PendingItem`, `RunningItem`) by a property test.
 * Each check gives the first misfit as "<field> is not <expected>", or null when the value fits.
 */
export type Misfit = string | null

type Fields = { readonly [field: string]: unknown }
type Test = (value: unknown) => boolean
type Shape = readonly { field: string; test: Test; expected: string }[]

const text: Test = (value) => typeof value === 'string'
const number: Test = (value) => Number.isFinite(value)
const integer: Test = (value) => Number.isSafeInteger(value)
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value)

const request: Shape = [
  { field: 'request_id', test: integer, expected: 'a whole number' },
  { field: 'branch', test: text, expected: 'text' },
  { field: 'buildername', test: text, expected: 'text' },
  { field: 'revision', test: orNull(text), expected: 'text or null' },
  { field: 'priority', test: number, expected: 'a number' },
  { field: 'reason', test: text, expected: 'text' },
  { field: 'submittime', test: number, expected: 'a number' },
  { field: 'claimed_at', test: number, expected: 'a number' },
  { field: 'complete', test: number, expected: 'a number' },
  { field: 'complete_at', test: orNull(number), expected: 'a number or null' },
]

const build: Shape = [
  { field: 'build_id', test: integer, expected: 'a whole number' },
  { field: 'branch', test: text, expected: 'text' },
  { field: 'buildername', test: text, expected: 'text' },
  { field: 'buildnumber', test: number, expected: 'a number' },
  { field: 'claimed_by_name', test: orNull(text), expected: 'text or null' },
  { field: 'revision', test: orNull(text), expected: 'text or null' },
  { field: 'starttime', test: number, expected: 'a number' },
  { field: 'endtime', test: orNull(number), expected: 'a number or null' },
  { field: 'status', test: orNull(number), expected: 'a number or null' },
]

const pendingItem: Shape = [
  { field: 'id', test: integer, expected: 'a whole number' },
  { field: 'buildername', test: text, expected: 'text' },
  { field: 'submitted_at', test: number, expected: 'a number' },
]

const runningItem: Shape = [
  { field: 'id', test: integer, expected: 'a whole number' },
  { field: 'buildername', test: text, expected: 'text' },
  { field: 'claimed_by_name', test: orNull(text), expected: 'text or null' },
  { field: 'last_heartbeat', test: orNull(number), expected: 'a number or null' },
  { field: 'number', test: orNull(number), expected: 'a number or null' },
  { field: 'revision', test: orNull(text), expected: 'text or null' },
  { field: 'start_time', test: number, expected: 'a number' },
  { field: 'submitted_at', test: number, expected: 'a number' },
]

/** An object's fields, or null for anything else. */
export const fieldsOf = (value: unknown): Fields | null =>
  // Every object may be asked for any field; what comes is unknown until tested.
  typeof value === 'object' && value !== null ? (value as Fields) : null

function misfitIn(value: unknown, shape: Shape): Misfit {
  const fields = fieldsOf(value)
  if (fields === null) return 'it is not an object'
  // By number: a first list is read while this code is cold, and taking pairs apart then costs three times as much.
  for (let at = 0; at < shape.length; at++) {
    const check = shape[at]
    if (check !== undefined && !check.test(fields[check.field])) return `${check.field} is not ${check.expected}`
  }
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
