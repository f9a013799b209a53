import { createFarm } from '../src/farm/farm.ts'
import type { Farm, WorldSpec } from '../src/farm/farm.ts'
import type { FaultRule } from './faults.ts'

/** One request as it came over the wire, whatever became of it. `connection` tells resent and reused ones apart. */
export type SeenRequest = { method: string; url: string; endpoint: string | null; at: number; connection: number }

/** A farm with what stands between it and the wire. */
export type FarmHost = {
  farm: Farm
  /** Seconds that the farm's clock is ahead of the machine's. */
  offset: number
  faults: readonly FaultRule[]
  /** Whether connections stay open; off by default (see `serve`). */
  keepAlive: boolean
  /** The latest requests, oldest first. */
  requests: SeenRequest[]
  /** Requests other than GET and HEAD, per endpoint, counted when they arrived whole. */
  wireWrites: Record<string, number>
}

const remembered = 500

export function createFarmHost(world: { scenario: WorldSpec['scenario']; seed: number }): FarmHost {
  const spec = { ...world, birth: Math.floor(Date.now() / 1000), journal: [] }
  return { farm: createFarm(spec), offset: 0, faults: [], keepAlive: false, requests: [], wireWrites: {} }
}

/** The farm's time, in seconds since 1970. */
export const hostNow = (host: FarmHost): number => Date.now() / 1000 + host.offset

/** A new world, born now; counts start again, faults and the clock stay. */
export function rebirth(host: FarmHost, world: { scenario: WorldSpec['scenario']; seed: number }): void {
  host.farm = createFarm({ ...world, birth: Math.floor(hostNow(host)), journal: [] })
  host.requests = []
  host.wireWrites = {}
}

export function noteRequest(host: FarmHost, seen: SeenRequest): void {
  host.requests.push(seen)
  if (host.requests.length > remembered) host.requests.shift()
  if (seen.method === 'GET' || seen.method === 'HEAD') return
  const key = seen.endpoint ?? 'none'
  host.wireWrites[key] = (host.wireWrites[key] ?? 0) + 1
}
