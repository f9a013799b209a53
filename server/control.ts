import type { IncomingMessage, ServerResponse } from 'node:http'
import { read, s } from '../src/contract/schema.ts'
import type { Infer } from '../src/contract/schema.ts'
import { isScenarioName, scenarios } from '../src/farm/scenarios.ts'
import { hostNow, rebirth } from './farmHost.ts'
import type { FarmHost } from './farmHost.ts'
import { FaultRule } from './faults.ts'
import type { Middleware } from './proxy.ts'

/** What may be asked of the farm from outside its world; every key alone or with others, done in this order. */
export const ControlOrder = s.object({
  /** Moves the farm's clock on by seconds. */
  advance: s.optional(s.number().check(s.nonnegative())),
  /** Sets the farm's clock: seconds since 1970. It and the next three begin a new world, born at that time. */
  now: s.optional(s.number()),
  scenario: s.optional(s.string()),
  seed: s.optional(s.int()),
  reset: s.optional(s.literal(true)),
  /** Leaves connections open, as most servers do: then Chromium may send a write twice. */
  keepAlive: s.optional(s.boolean()),
  /** Replaces all faults of the wire. */
  faults: s.optional(s.array(FaultRule)),
})
export type ControlOrder = Infer<typeof ControlOrder>

/** The state of the farm and of the wire, as `GET` and `POST /__farm/` answer it. */
export type ControlState = {
  scenario: string
  scenarios: readonly string[]
  seed: number
  birth: number
  now: number
  keepAlive: boolean
  faults: readonly FaultRule[]
  /** Writes that the farm acted on, per endpoint. */
  writes: Record<string, number>
  /** Writes that arrived over the wire, per endpoint, dropped ones included. */
  wireWrites: Record<string, number>
  requests: FarmHost['requests']
}

/** The control channel `/__farm/`: one address, `GET` to look and `POST` JSON to change. */
export function control(host: FarmHost): Middleware {
  return (request, response, next) => {
    if (request.url !== '/__farm/') return next()
    if (request.method === 'GET') return answer(response, 200, stateOf(host))
    // Asking for JSON keeps pages of other origins out: they would need our leave to send it.
    if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json')
      return answer(response, 405, { error: 'GET, or POST with application/json' })
    readText(request).then(
      (text) => {
        const error = obey(host, text)
        answer(response, error ? 400 : 200, error ? { error } : stateOf(host))
      },
      () => response.destroy(),
    )
  }
}

/** Carries out an order; the sentence says what is wrong with it. */
function obey(host: FarmHost, text: string): string | null {
  const order = readOrder(text)
  if (typeof order === 'string') return order
  const { scenario: wanted, seed: wantedSeed } = order
  if (wanted !== undefined && !isScenarioName(wanted)) return `No scenario "${wanted}"`

  if (order.advance !== undefined) host.offset += order.advance
  if (order.now !== undefined) host.offset = order.now - Date.now() / 1000
  if (order.now !== undefined || wanted !== undefined || wantedSeed !== undefined || order.reset) {
    const { scenario, seed } = host.farm.spec()
    rebirth(host, { scenario: wanted ?? scenario, seed: wantedSeed ?? seed })
  }
  if (order.keepAlive !== undefined) host.keepAlive = order.keepAlive
  if (order.faults !== undefined) host.faults = order.faults
  return null
}

function readOrder(text: string): ControlOrder | string {
  try {
    const order = read(ControlOrder, JSON.parse(text))
    return order.ok ? order.value : `${order.misfit.field}: expected ${order.misfit.expected}`
  } catch {
    return 'Not JSON'
  }
}

function stateOf(host: FarmHost): ControlState {
  const { scenario, seed, birth } = host.farm.spec()
  const { keepAlive, faults, wireWrites, requests } = host
  const writes = host.farm.writes()
  return {
    scenario,
    scenarios: Object.keys(scenarios),
    seed,
    birth,
    now: hostNow(host),
    keepAlive,
    faults,
    writes,
    wireWrites,
    requests,
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}
