import { effectWords } from './placeWords.ts'
import { poolOf } from './pools.ts'
import { passes } from './queuePlace.ts'
import type { Range, Waiting } from './queuePlace.ts'

/** Of those that go one way: how many they are, and the fewest and the most requests one of them passes or lets pass. */
export type WayEffect = { n: number } & Range
/** What one priority for several requests would do. */
export type ManyEffect = { up: WayEffect | null; down: WayEffect | null }

/** Requests of one kind, priority and time stand at one place: they need one count. */
const placeKey = ({ builder, priority, submitted }: Waiting): string => {
  const { pool, sure } = poolOf(builder)
  return `${sure ? pool : builder}\n${priority}\n${submitted}`
}

/**
 * The effect of giving all of `owns` this priority, on the rest of `pending` (all that waits on the farm): among
 * themselves they pass nobody.
 */
export function effectOfMany(owns: readonly Waiting[], priority: number, pending: readonly Waiting[]): ManyEffect {
  const ids = new Set(owns.map(({ requestId }) => requestId))
  const rest = pending.filter(({ requestId }) => !ids.has(requestId))
  const places = new Map<string, { own: Waiting; n: number }>()
  for (const own of owns) {
    const key = placeKey(own)
    const place = places.get(key)
    if (place) place.n += 1
    else places.set(key, { own, n: 1 })
  }
  const effect: { up: WayEffect | null; down: WayEffect | null } = { up: null, down: null }
  for (const { own, n } of places.values()) {
    const { direction, least, most } = passes(own, priority, rest)
    if (direction === 'none') continue
    const way = effect[direction]
    effect[direction] = {
      n: (way?.n ?? 0) + n,
      least: Math.min(way?.least ?? least, least),
      most: Math.max(way?.most ?? most, most),
    }
  }
  return effect
}

/** "12 go up: each passes 3 to 212 requests"; with both ways, one after the other. */
export function manyEffectWords({ up, down }: ManyEffect): string {
  const words = (direction: 'up' | 'down', way: WayEffect | null) =>
    way === null
      ? []
      : [`${way.n === 1 ? '1 goes' : `${way.n} go`} ${direction}: each ${effectWords({ direction, ...way })}`]
  return [...words('up', up), ...words('down', down)].join('; ') || 'changes nothing'
}
