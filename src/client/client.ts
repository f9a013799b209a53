import type { CallInput, Reply } from '../contract/endpoints.ts'
import { routes } from '../contract/routes.ts'
import type { EndpointGroup, EndpointName, ListName, ReadName, Route, WriteName } from '../contract/routes.ts'
import { takeBytes } from './answer.ts'
import { exchange } from './exchange.ts'
import type { Stamp, Wire } from './exchange.ts'
import { createHealth } from './health.ts'
import type { Health } from './health.ts'
import { createReadPolicy, REST } from './policy.ts'
import { toRequest, unsayable } from './request.ts'
import type { checkInput, takeJob, takeReply } from './shapes.ts'

/** A value with its times: `sentAt` and `at` (arrived) in ms by our clock, `serverTime` in seconds by the server's. */
export type Reading<T> = Stamp & { value: T }
/** An unread JSON answer with its times. */
export type Bytes = Stamp & { bytes: ArrayBuffer | Blob }
/** The answers long enough to be read elsewhere, row by row. */
export type BytesName = ListName | 'pending' | 'running' | 'pendingAll' | 'runningAll'
/** `job` is the job's id, to be asked for with `jobRequest` (contract surprise 13); `at` in ms by our clock. */
export type Accepted = { job: number; status: number; at: number }

export type ReadOptions = { signal?: AbortSignal }

export type ClientOptions = {
  /** Where the API is mounted, for instance "/buildapi". */
  base: string
  fetch?: typeof fetch
  /** ms since 1970. */
  now?: () => number
  /** 0 to 1, for the waits between tries. */
  random?: () => number
  /** ms without a whole answer after which we stop waiting. */
  timeouts?: Partial<Record<EndpointGroup, number>>
}

/**
 * The one fetch path of the page. Every method throws `ApiError`, and nothing else but the abort of its own signal.
 *
 * - `read`, `bytes`: repeated when it makes sense, held back while their group rests
 * - `write`: one call, one `fetch`, whatever happens: never repeated, never aborted with a view, never held back.
 *   After `offline`, `timeout`, `contract`, `redirected`, `server` or `busy` nobody knows whether it was logged
 */
export type Client = {
  read: <K extends ReadName>(name: K, input: CallInput<K>, options?: ReadOptions) => Promise<Reading<Reply<K>>>
  bytes: <K extends BytesName>(name: K, input: CallInput<K>, options?: ReadOptions) => Promise<Bytes>
  write: <K extends WriteName>(name: K, input: CallInput<K>) => Promise<Accepted>
  health: () => Health
}

/** ms. The long lists may take longer; a write may wait for a slow broker, and a dead one never answers (surprise 15). */
const TIMEOUTS: Record<EndpointGroup, number> = {
  branches: 15_000,
  lists: 30_000,
  now: 30_000,
  single: 15_000,
  log: 15_000,
  history: 15_000,
  writes: 30_000,
}

export function createClient(options: ClientOptions): Client {
  const { base, now = Date.now, random = Math.random } = options
  // Looked up at each call, so that a fetch replaced later is used.
  const wire: Wire = { fetch: options.fetch ?? ((input, init) => fetch(input, init)), now }
  const timeouts = { ...TIMEOUTS, ...options.timeouts }
  const health = createHealth(now, REST)
  const policy = createReadPolicy(random, health)

  async function ask<K extends EndpointName, T>(
    name: K,
    input: CallInput<K>,
    take: (response: Response) => Promise<T>,
    signal: AbortSignal | undefined,
  ) {
    const { group }: Route = routes[name]
    const request = toRequest(base, name, input)
    const tries = policy(name, group, () => exchange(wire, name, request, take, timeouts[group], signal))
    return signal ? orAborted(tries, signal) : tries
  }

  return {
    async read(name, input, { signal } = {}) {
      const typed = await shapesFor(name)
      typed.checkInput(name, input)
      const { value, stamp } = await ask(name, input, (response) => typed.takeReply(name, response), signal)
      return { value, ...stamp }
    },
    async bytes(name, input, { signal } = {}) {
      const { value, stamp } = await ask(name, input, (response) => takeBytes(name, response), signal)
      return { bytes: value, ...stamp }
    },
    async write(name, input) {
      const typed = await shapesFor(name)
      typed.checkInput(name, input)
      const { url, init } = toRequest(base, name, input)
      const request = { url, init: { ...init, headers: { ...init.headers, 'Idempotency-Key': newKey() } } }
      const take = async (response: Response) => ({ job: await typed.takeJob(name, response), status: response.status })
      const outcome = await exchange(wire, name, request, take, timeouts.writes)
      if (!outcome.ok) throw outcome.error
      return { ...outcome.value, at: outcome.stamp.at }
    },
    health: () => health,
  }
}

type Shapes = { checkInput: typeof checkInput; takeJob: typeof takeJob; takeReply: typeof takeReply }
let shapes: Shapes | null = null

/** The schemas, loaded with the first call that needs them. Without them nothing is asked or sent. */
async function shapesFor(name: EndpointName): Promise<Shapes> {
  try {
    return (shapes ??= await import('./shapes.ts'))
  } catch {
    throw unsayable(name, 'A part of this page could not be loaded, so nothing was sent. Reload the page.')
  }
}

/**
 * One key per press: below `fetch`, Chromium may send a request again when a kept-alive connection dies without an
 * answer, and a server that reads this header can drop the copy. The historical server ignores it.
 */
const newKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-')

/** Ends with the work, or at once with the signal's reason: the wait between two tries does not listen to signals. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop)
  })
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', stop))
}
