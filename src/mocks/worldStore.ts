import { createStore, get, set, update } from 'idb-keyval'
import type { WorldSpec } from '../farm/farm.ts'
import { isScenarioName } from '../farm/scenarios.ts'
import type { ScenarioName } from '../farm/scenarios.ts'

/** The demo's world as all tabs share it: the farm is a function of it and of the time. */
export type StoredWorld = WorldSpec & {
  /** Another name for each world that was begun: a farm made from an older one is to be thrown away. */
  life: string
  /** Seconds that the farm's clock is ahead of the page's. */
  offset: number
}

// The name holds the version: a world of another shape is left where it is.
const key = 'world-1'
const store = createStore('self-serve-farm', 'world')

/** One lock for whatever changes the world, one channel that says so. */
export const worldLock = 'self-serve-farm'
export const worldChannel = 'self-serve-farm'

export function freshWorld(scenario: ScenarioName, seed: number): StoredWorld {
  return { scenario, seed, birth: Math.floor(Date.now() / 1000), journal: [], life: crypto.randomUUID(), offset: 0 }
}

/** The world of all tabs; null when none was begun yet. */
export async function loadWorld(): Promise<StoredWorld | null> {
  const world = await get<StoredWorld>(key, store)
  return world && isScenarioName(world.scenario) ? world : null
}

export const beginWorld = (world: StoredWorld): Promise<void> => set(key, world, store)

/** Changes the world in one transaction; nothing happens to a world that was begun anew meanwhile. */
export function changeWorld(life: string, change: (world: StoredWorld) => StoredWorld): Promise<void> {
  return update<StoredWorld | undefined>(key, (world) => (world?.life === life ? change(world) : world), store)
}
