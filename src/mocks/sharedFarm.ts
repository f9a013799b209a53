import { createFarm } from '../farm/farm.ts'
import type { Farm, FarmAnswer, FarmAsk, WorldSpec } from '../farm/farm.ts'
import { changeWorld, loadWorld, worldLock } from './worldStore.ts'
import type { StoredWorld } from './worldStore.ts'

type Journal = WorldSpec['journal']

/** The farm of this worker, and how much of the shared journal it knows. */
type Mine = { farm: Farm; life: string; known: number; written: Journal[number][] }
let mine: Mine | null = null

/**
 * Answers from the world that all tabs share. Each tab has a farm of its own; what another tab wrote is in the journal,
 * from which the farm is then made anew. Writes take turns over all tabs, so that each acts on what went before.
 * `ask.now` is the page's clock, to which the world's offset is added.
 */
export async function answerShared(ask: FarmAsk): Promise<FarmAnswer> {
  if (ask.method === 'GET' || ask.method === 'HEAD') return answerFrom(await currentWorld(), ask)
  return navigator.locks.request(worldLock, async () => {
    const world = await currentWorld()
    const said = answerFrom(world, ask)
    await keepWrites(world)
    return said
  })
}

async function currentWorld(): Promise<StoredWorld> {
  const world = await loadWorld()
  if (!world) throw new Error('The demo has no world')
  return world
}

const answerFrom = (world: StoredWorld, ask: FarmAsk): FarmAnswer =>
  farmOf(world).farm.answer({ ...ask, now: ask.now + world.offset })

function farmOf(world: StoredWorld): Mine {
  if (mine && mine.life === world.life && mine.known >= world.journal.length) return mine
  const written: Journal[number][] = []
  const { scenario, seed, birth } = world
  const journal = world.journal.toSorted((one, other) => one.at - other.at)
  const farm = createFarm({ scenario, seed, birth, journal }, { onWrite: (entry) => written.push(entry) })
  // What a farm says of the writes it was made from is in the journal already.
  written.length = 0
  mine = { farm, life: world.life, known: world.journal.length, written }
  return mine
}

async function keepWrites(world: StoredWorld): Promise<void> {
  const self = farmOf(world)
  const written = self.written.splice(0)
  if (written.length === 0) return
  self.known += written.length
  await changeWorld(world.life, (stored) => ({ ...stored, journal: [...stored.journal, ...written] }))
}
