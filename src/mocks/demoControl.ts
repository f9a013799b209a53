import { isScenarioName } from '../farm/scenarios.ts'
import type { ScenarioName } from '../farm/scenarios.ts'
import { beginWorld, changeWorld, freshWorld, loadWorld, worldChannel } from './worldStore.ts'
import type { StoredWorld } from './worldStore.ts'

export type DemoState = { scenario: ScenarioName; seed: number; /** seconds */ offset: number }

/** The hand on the demo's world: what its panel shows and does. */
export type DemoControl = {
  state: () => DemoState
  subscribe: (listener: () => void) => () => void
  /** These begin a new world, in which every tab starts anew. */
  setScenario: (scenario: ScenarioName) => Promise<void>
  reset: (seed?: number) => Promise<void>
  /** Moves the farm's clock on by seconds; the page's clock stays. */
  advance: (seconds: number) => Promise<void>
}

/** `?farm=<slug>` at boot picks the scenario; a world of that scenario that was begun already goes on. */
const parameter = 'farm'

export async function openDemoControl(): Promise<DemoControl> {
  let world = await bootWorld()
  // Tabs hand each other what the farm said, but only in one world.
  document.documentElement.dataset['world'] = world.life
  const listeners = new Set<() => void>()
  const channel = new BroadcastChannel(worldChannel)
  channel.addEventListener('message', () => void reread())

  async function reread(): Promise<void> {
    const now = await loadWorld()
    if (!now) return
    if (now.life !== world.life) return startAnew()
    show(now)
  }
  function show(now: StoredWorld): void {
    world = now
    for (const listener of listeners) listener()
  }
  async function begin(scenario: ScenarioName, seed: number): Promise<void> {
    await beginWorld(freshWorld(scenario, seed))
    channel.postMessage('changed')
    startAnew()
  }

  return {
    state: () => world,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setScenario: (scenario) => begin(scenario, world.seed),
    reset: (seed = world.seed) => begin(world.scenario, seed),
    advance: async (seconds) => {
      await changeWorld(world.life, (stored) => ({ ...stored, offset: stored.offset + seconds }))
      channel.postMessage('changed')
      await reread()
      // As if somebody came back to the tab after that time: what is out of date is asked again.
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    },
  }
}

async function bootWorld(): Promise<StoredWorld> {
  const wanted = new URLSearchParams(location.search).get(parameter) ?? ''
  const stored = await loadWorld()
  if (stored && (!isScenarioName(wanted) || wanted === stored.scenario)) return stored
  const world = freshWorld(isScenarioName(wanted) ? wanted : 'calm', stored?.seed ?? 1)
  await beginWorld(world)
  return world
}

/** Loads the page again without the parameter, which would pick the old scenario again. */
function startAnew(): void {
  const address = new URL(location.href)
  address.searchParams.delete(parameter)
  history.replaceState(history.state, '', address)
  location.reload()
}
