import type { Catalogue } from './builderCatalogue.ts'
import type { Builder, Line, Plan, Push } from './model.ts'
import { platforms } from './platforms.ts'
import { hashText, mix, roll, rollBetween } from './prng.ts'
import { familyOf } from './suites.ts'

/** What kinds of pushes there are: how many platforms, whether debug too, which share of the suites. */
const sorts = {
  buildsOnly: { platforms: [1, 3], debug: 0.4, suites: 0 },
  fewSuites: { platforms: [1, 3], debug: 0.3, suites: 0.2 },
  onePlatform: { platforms: [1, 1], debug: 0.7, suites: 1 },
  several: { platforms: [3, 5], debug: 0.5, suites: 0.6 },
  full: { platforms: [99, 99], debug: 1, suites: 1 },
} as const

type Sort = keyof typeof sorts

/** Pushes come in decks, each shuffled, so that a day has its share of every sort. */
const tryDeck: readonly Sort[] = [
  ...Array<Sort>(4).fill('buildsOnly'),
  ...Array<Sort>(5).fill('fewSuites'),
  ...Array<Sort>(5).fill('onePlatform'),
  ...Array<Sort>(5).fill('several'),
  'full',
]
const otherDeck: readonly Sort[] = [
  ...Array<Sort>(4).fill('buildsOnly'),
  ...Array<Sort>(5).fill('fewSuites'),
  ...Array<Sort>(6).fill('onePlatform'),
  ...Array<Sort>(5).fill('several'),
]

export const deckSize = tryDeck.length

/** The sort of a line's n-th push. */
function sortOf(lineKey: number, line: Line, index: number): Sort {
  const deck = line.name === 'try' ? tryDeck : otherDeck
  const number = Math.floor(index / deck.length)
  const order = deck.map((sort, place) => ({ sort, rank: mix(mix(lineKey, number), place) }))
  order.sort((a, b) => a.rank - b.rank)
  return order[index - number * deck.length]?.sort ?? 'onePlatform'
}

const weights = new Map(platforms.map((platform): [string, number] => [platform.key, platform.weight]))

/** What the line's n-th push asks for. */
export function planOf(catalogue: Catalogue, line: Line, lineKey: number, index: number): Plan {
  const sort = sorts[sortOf(lineKey, line, index)]
  const key = mix(mix(lineKey, index), 0x91a)
  const known = [...new Set((catalogue.starters.get(line.name) ?? []).map((builder) => builder.platform))]
  const ranked = known
    .map((platform) => ({ platform, rank: roll(key, hashText(platform)) ** (1 / (weights.get(platform) ?? 1)) }))
    .toSorted((a, b) => b.rank - a.rank)
  const count = rollBetween(key, 1, sort.platforms[0], sort.platforms[1])
  return {
    key,
    platforms: new Set(ranked.slice(0, count).map(({ platform }) => platform)),
    debug: roll(key, 2) < sort.debug,
    pgo: roll(key, 3) < 0.12,
    suites: sort.suites,
  }
}

/** Whether the push asks for this builder, given that its build (if it is a test) went well. */
export function wants(plan: Plan, builder: Builder): boolean {
  if (!plan.platforms.has(builder.platform)) return false
  if (builder.type === 'debug' && !plan.debug) return false
  if (builder.kind === 'build') return builder.type !== 'pgo' || plan.pgo
  return plan.suites === 1 || roll(plan.key, hashText(familyOf(builder.suite))) < plan.suites
}

/** What breaks in the push: now and then the builds of a platform, or a family of suites on all of them. */
export function breakageOf(pushKey: number, plan: Plan): Push['breaks'] {
  const draw = roll(pushKey, 7)
  if (draw < 0.06) {
    const broken = [...plan.platforms]
    return { platform: broken[rollBetween(pushKey, 8, 0, broken.length - 1)] ?? null, family: null }
  }
  const families = ['mochitest', 'reftest', 'xpcshell', 'jsreftest', 'crashtest', 'marionette']
  if (draw < 0.16) return { platform: null, family: families[rollBetween(pushKey, 9, 0, families.length - 1)] ?? null }
  return { platform: null, family: null }
}
