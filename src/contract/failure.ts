import type { EndpointName } from './routes.ts'

/**
 * Why a call did not give what was asked. Decided once, in `src/client`; its sentence stands in `src/ui/failureText.ts`.
 *
 * - `offline`: no connection, or it broke (after a write was sent its outcome is unknown)
 * - `timeout`: no answer in time (a dead broker answers nothing at all, surprise 15)
 * - `signedOut`: 401 or 403, which is HTML whatever was asked (surprise 8)
 * - `notFound`: 404, said by the API or by the web server
 * - `rejected`: 400 with the server's own sentence
 * - `notLogged`: 503 "Couldn't create JobRequest row": nothing was logged, nothing will happen
 * - `neverHandedOver`: logged, but the broker did not take it (503, or 202 with FAILED): the row stays open for ever
 * - `busy`: 429, 502, 503, 504 of something in front
 * - `server`: any other 5xx
 * - `redirected`: the server sent us elsewhere, as an expired login does
 * - `contract`: the answer cannot be read: HTML where JSON was due, truncated, or a field of another type
 * - `unsayable`: refused by us before sending, since the server would misread it
 * - `resting`: the breaker of this group is open: not sent
 */
export type FailureKind =
  | 'offline'
  | 'timeout'
  | 'signedOut'
  | 'notFound'
  | 'rejected'
  | 'notLogged'
  | 'neverHandedOver'
  | 'busy'
  | 'server'
  | 'redirected'
  | 'contract'
  | 'unsayable'
  | 'resting'

/** The facts of a failure as plain data: kept in action records, shown by the UI. */
export type Failure = {
  kind: FailureKind
  endpoint: EndpointName
  /** HTTP status, or null when no answer came. */
  status: number | null
  /** The server's own sentence (or ours for `contract` and `unsayable`), never markup. */
  detail: string | null
}

/** Thrown by the client for everything but an abort, which is rethrown as it came. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(
      `${failure.endpoint}: ${failure.kind}${failure.status === null ? '' : ` ${failure.status}`}${failure.detail ? ` (${failure.detail})` : ''}`,
    )
    this.failure = failure
  }

  get kind(): FailureKind {
    return this.failure.kind
  }
}

/** Worth asking again unchanged, for a GET. */
export const isTransient = (kind: FailureKind): boolean =>
  kind === 'offline' || kind === 'timeout' || kind === 'busy' || kind === 'server'

/** The failure of anything thrown by a call, or null when it is none of ours. */
export const failureOf = (thrown: unknown): Failure | null => (thrown instanceof ApiError ? thrown.failure : null)
