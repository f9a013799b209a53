import { parseBuilder } from './builderName.ts'

/**
 * Which machines a builder's work waits for. The API does not tell (product law: say so, never guess silently): it is
 * inferred from the name, by rules that a site can replace.
 */
export type PoolGuess = {
  /** Builders of one pool compete for the same machines. */
  pool: string
  /** A rule names the pool. Otherwise it is only known what sort of machines it cannot be. */
  sure: boolean
  /** Machines that build, machines that test, or not told. */
  sort: 'build' | 'test' | 'unknown'
}

/**
 * Plain JSON. Pattern on the name (`_` and `/` read as spaces, case ignored), pool; the first that matches counts.
 * `builds` are for names that end in a build, `tests` for those that name a test or talos suite. `apart` are words of
 * branches that build on machines of their own: they are put before the pool of a build.
 */
export type PoolRules = {
  readonly tests: readonly (readonly [pattern: string, pool: string])[]
  readonly builds: readonly (readonly [pattern: string, pool: string])[]
  readonly apart: readonly string[]
}

/** The historical farm: tests ran on racks of one make each, builds on three sorts of hosts, try on its own. */
export const poolRules: PoolRules = {
  tests: [
    [String.raw`\bubuntu (?:asan )?vm 12\.04 x64\b|^b2g (?:emulator|ubuntu64)\b`, 'tst-linux64'],
    [String.raw`\bubuntu vm 12\.04\b`, 'tst-linux32'],
    [String.raw`\bubuntu hw 12\.04 x64\b`, 'talos-linux64-ix'],
    [String.raw`\bubuntu hw 12\.04\b`, 'talos-linux32-ix'],
    [String.raw`\brev3 fedora\b`, 'talos-r3-fed'],
    [String.raw`\bsnow ?leopard\b`, 'talos-r4-snow'],
    [String.raw`\bmountain ?lion\b`, 'talos-mtnlion-r5'],
    [String.raw`\blion\b`, 'talos-r4-lion'],
    [String.raw`\bwindows xp\b`, 't-xp32-ix'],
    [String.raw`\bwindows 7\b`, 't-w732-ix'],
    [String.raw`\bwinnt 6\.2\b|\bwindows 8 64\b`, 't-w864-ix'],
    [String.raw`\btegra\b`, 'tegra'],
    [String.raw`\bpanda\b`, 'panda'],
  ],
  builds: [
    [String.raw`\b(?:os x|macosx)\b`, 'bld-lion'],
    [String.raw`\bwinnt\b|\bwin32\b`, 'w64-ix'],
    [String.raw`\blinux|\bandroid\b|^b2g `, 'bld-linux64'],
  ],
  apart: ['try'],
}

type Ready = {
  tests: [RegExp, string][]
  builds: [RegExp, string][]
  apart: [RegExp, string][]
  memory: Map<string, PoolGuess>
}
const readers = new WeakMap<PoolRules, Ready>()
const MEMORY = 5_000

const ready = (rows: PoolRules['tests']): [RegExp, string][] =>
  rows.map(([pattern, pool]) => [new RegExp(pattern, 'i'), pool])

function guess(name: string, rules: Ready): PoolGuess {
  const { kind, platform } = parseBuilder(name)
  const text = name.slice(0, 300).replaceAll(/[_/]/g, ' ')
  const sort = kind === 'test' || kind === 'talos' ? 'test' : kind === 'other' ? 'unknown' : 'build'
  const found = (rows: [RegExp, string][]) => rows.find(([pattern]) => pattern.test(text))?.[1]
  if (sort === 'test') {
    const pool = found(rules.tests)
    return pool === undefined ? { pool: `${platform} tests`, sure: false, sort } : { pool, sure: true, sort }
  }
  const apart = found(rules.apart)
  const before = apart === undefined ? '' : `${apart} `
  // A repack needs no compiler: where a farm runs it is not to be told from what it packs.
  const packs = /l10n|repack/.test(text)
  const pool = sort === 'build' && !packs ? found(rules.builds) : undefined
  return pool === undefined
    ? { pool: `${before}${platform} builds`, sure: false, sort }
    : { pool: `${before}${pool}`, sure: true, sort }
}

/** The machines a builder waits for, as far as its name tells. Never throws; remembered per name. */
export function poolOf(name: string, rules: PoolRules = poolRules): PoolGuess {
  let reader = readers.get(rules)
  if (!reader) {
    const apart = ready(rules.apart.map((word) => [String.raw`\b${word}\b`, word]))
    reader = { tests: ready(rules.tests), builds: ready(rules.builds), apart, memory: new Map() }
    readers.set(rules, reader)
  }
  let pool = reader.memory.get(name)
  if (!pool) {
    if (reader.memory.size >= MEMORY) reader.memory.clear()
    reader.memory.set(name, (pool = guess(name, reader)))
  }
  return pool
}

/** Whether two builders wait for the same machines: surely, perhaps, or not. */
export function compete(one: string, other: string, rules: PoolRules = poolRules): 'yes' | 'perhaps' | 'no' {
  if (one === other) return 'yes'
  const a = poolOf(one, rules)
  const b = poolOf(other, rules)
  if (a.sure && b.sure) return a.pool === b.pool ? 'yes' : 'no'
  return a.sort === b.sort || a.sort === 'unknown' || b.sort === 'unknown' ? 'perhaps' : 'no'
}
