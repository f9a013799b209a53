import { builderRules } from './builderRules.ts'
import type { BuilderKind, BuilderRules } from './builderRules.ts'

/** What a builder's name says. A name that says nothing keeps itself: platform `other`, no type, group or chunk. */
export type BuilderFacts = {
  /** The whole name, always. */
  name: string
  /** Short key: `linux64`, `windows7-32`, `osx-10-10`, `android-4-3-armv7-api15`, … or `other`. */
  platform: string
  /** `Linux x64`, `Windows 7`, `OS X 10.10`, … or `Other`. */
  platformLabel: string
  /** `x86`, `x86-64`, `arm64`, `armv7`, `ppc64le`, … or empty where the name does not tell. */
  architecture: string
  /** `opt`, `debug`, `pgo`, `asan`, … or empty where the name does not tell. */
  type: string
  kind: BuilderKind
  /** Letters before the symbols of a group: `M`, `R-e10s`, `T`, …; empty for jobs that stand alone. */
  group: string
  groupLabel: string
  /** `mochitest-browser-chrome`, `build`, `nightly`, …, without the chunk; empty where the name does not tell. */
  suite: string
  /** The part of a suite that was cut into several jobs: 2 of `mochitest-2`. */
  chunk: number | null
  /** The short sign: `bc2`, `3`, `R2`, `B`, `N`, `X`, …; never empty. Show it only beside the full name. */
  symbol: string
}

/** A row of rules whose pattern is ready. */
type Ready<Row> = { pattern: RegExp; row: Row }
/** The row that matched, and its nth text with `$1` … replaced by what was caught. */
type Hit<Row> = { caught: string; row: Row; text: (column: number) => string }

const ready = <Row extends readonly [string, ...string[]]>(rows: readonly Row[]): Ready<Row>[] =>
  rows.map((row) => ({ pattern: new RegExp(row[0], 'i'), row }))

const readyRules = (rules: BuilderRules) => ({
  architectures: ready(rules.architectures ?? []),
  platforms: ready(rules.platforms),
  variants: ready(rules.variants),
  types: ready(rules.types),
  usualType: rules.usualType,
  jobs: ready(rules.jobs),
  modifiers: ready(rules.modifiers),
  talosGroups: ready(rules.talosGroups),
  suites: ready(rules.suites),
})
type ReadyRules = ReturnType<typeof readyRules>

function first<Row extends readonly string[]>(rows: readonly Ready<Row>[], text: string): Hit<Row> | null {
  for (const { pattern, row } of rows) {
    const match = pattern.exec(text)
    if (match === null) continue
    return {
      caught: match[0],
      row,
      text: (column) => (row[column] ?? '').replace(/\$(\d)/g, (_, digit: string) => match[Number(digit)] ?? ''),
    }
  }
  return null
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** A sign for what no rule knows: the word itself when short, else initials. */
function token(text: string): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 1) return capital((words[0] ?? '').slice(0, 4))
  return (
    words
      .slice(0, 4)
      .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 63).toUpperCase())
      .join('') || '?'
  )
}

function read(name: string, rules: ReadyRules): BuilderFacts {
  // Patterns are tried on a bounded text, so that no name, however long, can make them slow.
  const bounded = name.slice(0, 300)
  const spaced = bounded.replaceAll(/[_/]/g, ' ')
  const architecture = first(rules.architectures, spaced)?.text(1).toLowerCase() ?? ''
  const platform = first(rules.platforms, architecture ? `${spaced} ~${architecture}` : spaced)
  const built = (text: string): string =>
    text.replace(/[- ]?~$/, (end) => architecture && end.replace('~', architecture))
  const variant = platform && first(rules.variants, spaced)?.text(1).toLowerCase()
  const job = first(rules.jobs, bounded)
  const kind = job?.row[1] ?? 'other'

  const whole = job?.text(2) ?? ''
  // A rule whose name had no number leaves its dash behind.
  const chunkMatch = /[-_](\d*)(?:\/\d+)?$/.exec(whole)
  const suite = chunkMatch ? whole.slice(0, chunkMatch.index) : whole
  const chunk = chunkMatch?.[1] ? Number(chunkMatch[1]) : null
  const modifier = kind === 'test' || kind === 'talos' ? first(rules.modifiers, suite) : null
  const family = kind === 'talos' ? first(rules.talosGroups, suite) : null
  const base = suite.replace(modifier?.caught ?? '', '').replace(family?.caught ?? '', '')
  const known = first(rules.suites, kind === 'talos' ? `talos ${base}` : base)

  const tail = modifier ? `-${modifier.text(1)}` : ''
  const plainGroup = capital(family?.text(1) ?? known?.text(1) ?? '')
  const group = plainGroup && plainGroup + tail
  const label = capital(family?.text(2) ?? known?.text(2) ?? '')
  const sign = known?.text(3).replace('~', tail) ?? token(base || name)
  const symbol = `${sign}${chunk ?? ''}` || group || token(base || name)
  return {
    name,
    platform: platform
      ? `${built(platform.text(1)).toLowerCase()}${variant ? `-${variant}` : ''}`
      : architecture || 'other',
    platformLabel: platform ? `${built(platform.text(2))}${variant ? ` ${variant}` : ''}` : architecture || 'Other',
    architecture,
    type: first(rules.types, spaced)?.text(1).toLowerCase() ?? (kind === 'other' ? '' : rules.usualType),
    kind,
    group,
    groupLabel: label && modifier ? `${label} ${modifier.text(1)}` : label,
    suite,
    chunk,
    symbol,
  }
}

/** More names than a farm has in 60 days; beyond it the memory starts anew. */
const MEMORY = 5_000
type Reader = { rules: ReadyRules; memory: Map<string, BuilderFacts> }
const readers = new WeakMap<BuilderRules, Reader>()

/** The rules in place: ours, unless the site has its own. */
let inPlace: BuilderRules = builderRules

/** Puts a site's own rules in place of ours, before the first name is read. */
export const placeBuilderRules = (rules: BuilderRules): void => void (inPlace = rules)

/**
 * What a builder's name says, by `rules` (those in place unless given; keep them in one constant, they are prepared once
 * per object). Never throws and never loses the name. Remembered per name: cheap for every row.
 */
export function parseBuilder(name: string, rules: BuilderRules = inPlace): BuilderFacts {
  let reader = readers.get(rules)
  if (!reader) readers.set(rules, (reader = { rules: readyRules(rules), memory: new Map() }))
  let facts = reader.memory.get(name)
  if (!facts) {
    if (reader.memory.size >= MEMORY) reader.memory.clear()
    reader.memory.set(name, (facts = read(name, reader.rules)))
  }
  return facts
}
