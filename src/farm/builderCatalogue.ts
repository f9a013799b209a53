import { jsonText } from './json.ts'
import { lines } from './lines.ts'
import type { LineName } from './lines.ts'
import type { BuildType, Builder, Kind, Line, Pool } from './model.ts'
import { platforms } from './platforms.ts'
import type { Platform, TestBed } from './platforms.ts'
import { newPool, poolNames, poolOf } from './pools.ts'
import type { PoolName } from './pools.ts'
import { hashText } from './prng.ts'
import { debugFactor } from './suites.ts'
import type { Suites } from './suites.ts'

/** Which platforms a line builds, and on which machines it tries them; a line not named here has odd builders only. */
const built: Partial<
  Record<LineName, { platforms: readonly string[]; beds: readonly string[] | 'all'; pgo: boolean }>
> = {
  try: { platforms: platforms.map((platform) => platform.key), beds: 'all', pgo: false },
  'mozilla-inbound': { platforms: platforms.map((platform) => platform.key), beds: 'all', pgo: true },
  'mozilla-central': {
    platforms: ['linux64', 'linux', 'macosx64', 'win32', 'android', 'b2g-emulator'],
    beds: [
      'Ubuntu VM 12.04 x64',
      'Ubuntu HW 12.04 x64',
      'Ubuntu VM 12.04',
      'Rev5 MacOSX Mountain Lion 10.8',
      'Windows 7 32-bit',
      'Android 4.0 Panda',
      'b2g_emulator',
    ],
    pgo: true,
  },
  'fx-team': {
    platforms: ['linux64', 'macosx64', 'win32'],
    beds: ['Ubuntu VM 12.04 x64', 'Rev4 MacOSX Lion 10.7'],
    pgo: false,
  },
  'mozilla-beta': {
    platforms: ['linux64', 'linux', 'macosx64', 'win32'],
    beds: ['Ubuntu VM 12.04 x64', 'Windows XP 32-bit', 'Rev4 MacOSX Snow Leopard 10.6'],
    pgo: false,
  },
  ash: { platforms: ['linux64'], beds: ['Ubuntu VM 12.04 x64'], pgo: false },
}

/** Builders outside the tables: names no rule expects (slashes, percent signs, markup, other alphabets). */
const odd: Partial<
  Record<LineName, readonly { name: string; kind: Kind; platform: string; pool: PoolName; typical: number }[]>
> = {
  ash: [
    {
      name: 'Linux x86-64 ash 100% coverage build',
      kind: 'build',
      platform: 'odd',
      pool: 'bld-linux64',
      typical: 5200,
    },
    { name: 'linux/arm64 ash cross build', kind: 'build', platform: 'odd', pool: 'bld-linux64', typical: 3900 },
    { name: 'Linux x86-64 ash déjà-vu ☃ build', kind: 'build', platform: 'odd', pool: 'bld-linux64', typical: 4100 },
    {
      name: 'Linux x86-64 ash "quoted" & <b>bold</b>? #1; build',
      kind: 'build',
      platform: 'odd',
      pool: 'bld-linux64',
      typical: 3600,
    },
    { name: 'jetpack-ash-snowleopard-debug', kind: 'test', platform: 'odd', pool: 'talos-r4-snow', typical: 500 },
  ],
  'try-comm-central': [
    {
      name: 'TB Linux x86-64 try-comm-central build',
      kind: 'build',
      platform: 'linux64',
      pool: 'bld-linux64',
      typical: 3900,
    },
    { name: 'TB WINNT 5.2 try-comm-central build', kind: 'build', platform: 'win32', pool: 'w64-ix', typical: 5200 },
    {
      name: 'TB OS X 10.7 try-comm-central build',
      kind: 'build',
      platform: 'macosx64',
      pool: 'bld-lion-r5',
      typical: 4800,
    },
  ],
  'mozilla-beta': Array.from({ length: 6 }, (_, index) => ({
    name: `release-mozilla-beta-win32_repack_${index + 1}/6`,
    kind: 'release' as const,
    platform: 'release',
    pool: 'w64-ix' as const,
    typical: 10_000,
  })),
}

const l10n = ['linux', 'linux64', 'macosx64', 'win32']

export type Catalogue = {
  pools: Map<PoolName, Pool>
  builders: Builder[]
  /** By line: what a push can start with. */
  starters: Map<string, Builder[]>
  nightlies: Map<string, Builder[]>
  byName: Map<string, Builder>
}

/** All builders and pools of a world, new and unused. */
export function newCatalogue(): Catalogue {
  const pools = new Map(poolNames.map((name): [PoolName, Pool] => [name, newPool(name)]))
  const catalogue: Catalogue = { pools, builders: [], starters: new Map(), nightlies: new Map(), byName: new Map() }
  for (const line of lines) addLine(catalogue, line)
  return catalogue
}

function addLine(catalogue: Catalogue, line: Line & { name: LineName }): void {
  const starters: Builder[] = []
  const nightlies: Builder[] = []
  const plan = built[line.name]
  for (const platform of plan ? platforms.filter(({ key }) => plan.platforms.includes(key)) : []) {
    const beds = platform.beds.filter(({ title }) => plan?.beds === 'all' || plan?.beds.includes(title))
    for (const build of platform.builds) {
      if (build.type === 'pgo' && plan?.pgo !== true) continue
      const builder = addBuilder(catalogue, line, {
        name: build.name.replace('{b}', line.name),
        kind: 'build',
        type: build.type,
        platform: platform.key,
        pool: platform.pool,
        typical: build.typical,
        sourceBranch: line.long,
        longRevision: build.longRevision ?? true,
      })
      starters.push(builder)
      if (build.type === 'pgo' || platform.builds.find(({ type }) => type === build.type) !== build) continue
      for (const bed of beds) addTests(catalogue, builder, platform, bed)
    }
    if (line.nightlies && platform.nightly) {
      nightlies.push(
        addNightly(catalogue, line, platform.nightly.replace('{b}', line.name), platform.key, platform.pool, line.long),
      )
    }
  }
  for (const one of odd[line.name] ?? []) {
    starters.push(addBuilder(catalogue, line, { ...one, sourceBranch: line.long, longRevision: false }))
  }
  if (line.nightlies) {
    for (const platform of l10n) {
      // One of them comes without a branch: it is reachable nowhere but in /pending and /running (042).
      const branch = platform === 'macosx64' ? null : line.long
      nightlies.push(
        addNightly(catalogue, line, `Firefox ${line.name} ${platform} l10n nightly`, platform, 'bld-linux64', branch),
      )
    }
  }
  catalogue.starters.set(line.name, starters)
  catalogue.nightlies.set(line.name, nightlies)
}

function addNightly(
  catalogue: Catalogue,
  line: Line,
  name: string,
  platform: string,
  pool: PoolName,
  sourceBranch: string | null,
): Builder {
  return addBuilder(catalogue, line, {
    name,
    kind: 'nightly',
    platform,
    pool,
    typical: 6500,
    sourceBranch,
    longRevision: true,
  })
}

function addTests(catalogue: Catalogue, after: Builder, platform: Platform, bed: TestBed): void {
  const add = (suites: Suites | undefined, kind: 'test' | 'talos', words: string): void => {
    for (const [suite, seconds] of Object.entries(suites ?? {})) {
      const builder = addBuilder(catalogue, after.line, {
        name: `${bed.title} ${after.line.name} ${words} ${suite}`,
        kind,
        type: after.type,
        suite,
        platform: platform.key,
        pool: bed.pool,
        typical: after.type === 'debug' ? seconds * debugFactor : seconds,
        sourceBranch: `${after.line.name}-${platform.key}-${kind === 'talos' ? 'talos' : `${after.type}-unittest`}`,
        longRevision: false,
      })
      after.tests.push(builder)
    }
  }
  if (after.type === 'opt') add(bed.opt, 'test', 'opt test')
  if (after.type === 'debug') add(bed.debug, 'test', 'debug test')
  if (after.type === 'opt') add(bed.talos, 'talos', 'talos')
}

type Wanted = Pick<Builder, 'name' | 'kind' | 'platform' | 'typical' | 'sourceBranch' | 'longRevision'> & {
  pool: PoolName
  type?: BuildType
  suite?: string
}

function addBuilder(catalogue: Catalogue, line: Line, wanted: Wanted): Builder {
  const name = poolOf(wanted.pool, line.name)
  const pool = catalogue.pools.get(name) ?? newPool(name)
  catalogue.pools.set(name, pool)
  const key = hashText(wanted.name)
  const builder: Builder = {
    type: 'opt',
    suite: '',
    ...wanted,
    json: jsonText(wanted.name),
    key,
    line,
    pool,
    scheduler:
      wanted.kind === 'build' ? `${line.name}-${wanted.platform}` : `tests-${wanted.sourceBranch ?? line.name}`,
    tests: [],
    number: 100 + (key % 400),
    lastStart: 0,
    waiting: [],
  }
  catalogue.builders.push(builder)
  catalogue.byName.set(builder.name, builder)
  return builder
}
