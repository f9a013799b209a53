import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBuilder } from './builderName.ts'
import { builderKinds, builderRules } from './builderRules.ts'
import { readBuilderRules } from './readBuilderRules.ts'
import names from './testdata/builderNames.json' with { type: 'json' }

const facts = (name = '') => {
  const { platform, type, group, symbol } = parseBuilder(name)
  return { platform, type, group, symbol }
}

describe('parseBuilder on names of the historical farm', () => {
  it.each(names.symbols)('%s', (name, platform, type, group, symbol) => {
    expect(facts(name)).toEqual({ platform, type, group, symbol })
  })

  it.each(Object.entries(names.platforms))('finds platform %s', (platform, list) => {
    expect(list.filter((name) => parseBuilder(name).platform !== platform)).toEqual([])
  })

  it.each([
    ['Rev4 MacOSX Snow Leopard 10.6 try debug test mochitest-1', 'OS X 10.6', 'test', 'mochitest', 1],
    [
      'Ubuntu VM 12.04 x64 try debug test mochitest-browser-chrome-2',
      'Linux x64',
      'test',
      'mochitest-browser-chrome',
      2,
    ],
    ['Windows 7 32-bit try talos tp5o', 'Windows 7', 'talos', 'tp5o', null],
    ['Linux x86-64 mozilla-central nightly', 'Linux x64', 'nightly', 'nightly', null],
    ['Firefox mozilla-central linux64 l10n nightly-2', 'Linux x64', 'nightly', 'l10n-nightly', 2],
    ['release-mozilla-release-win32_repack_7/10', 'Windows 8', 'repack', 'release-repack', 7],
    ['WINNT 5.2 mozilla-inbound pgo-build', 'Windows XP', 'build', 'build', null],
  ])('%s: label, kind, suite, chunk', (name, platformLabel, kind, suite, chunk) => {
    expect(parseBuilder(name)).toMatchObject({ platformLabel, kind, suite, chunk })
  })

  it.each([
    ['Ubuntu VM 12.04 x64 try debug test mochitest-1', 'x86-64'],
    ['Firefox try macosx64 l10n', 'x86-64'],
    ['Windows 7 32-bit try talos tp5o', 'x86'],
    ['b2g_mozilla-inbound_win32_gecko build', 'x86'],
    ['Android 4.3 armv7 API 15+ try opt test xpcshell', 'armv7'],
    ['Android 2.2 Armv6 Tegra try opt test crashtest', 'armv6'],
    ['Linux x86-64 mozilla-inbound leak test spidermonkey_tier_1-arm64-sim build', 'x86-64'],
    ['Linux try spidermonkey_arm-sim build', ''],
    ['Rev4 MacOSX Snow Leopard 10.6 try debug test mochitest-1', ''],
  ])('%s: architecture "%s"', (name, architecture) => {
    expect(parseBuilder(name)).toMatchObject({ architecture })
  })
})

describe('parseBuilder on names of other Buildbots', () => {
  it.each([
    ['linux-x64/release/unit tests', 'linux64', 'x86-64', 'test', 'opt'],
    ['clang-ppc64le-rhel', 'linux-ppc64le', 'ppc64le', 'other', ''],
    ['AMD64 Windows11 3.x', 'windows11-64', 'x86-64', 'other', ''],
    ['ARM64 macOS 3.x', 'macos-arm64', 'arm64', 'other', ''],
    ['AMD64 Debian root 3.x', 'linux64', 'x86-64', 'other', ''],
    ['s390x RHEL8 3.x', 'linux-s390x', 's390x', 'other', ''],
    ['s390x SLES 3.x', 'linux-s390x', 's390x', 'other', ''],
    ['linux/arm64 ash cross build', 'linux-arm64', 'arm64', 'build', 'opt'],
    ['aarch64 Fedora Stable 3.x', 'linux-arm64', 'arm64', 'other', ''],
    ['ARM Raspbian 3.x', 'linux-arm', 'arm', 'other', ''],
    ['x86 Gentoo Non-Debug with X 3.x', 'linux-x86', 'x86', 'other', 'opt'],
    ['GTK-Linux-64-bit-Release-Tests', 'linux64', 'x86-64', 'test', 'opt'],
    ['WPE-Linux-64-bit-Release-Build', 'linux64', 'x86-64', 'build', 'opt'],
    ['ubuntu-22.04-gcc-12-debug', 'linux', '', 'other', 'debug'],
    ['Linux Builder (dbg)(32)', 'linux-x86', 'x86', 'build', 'debug'],
    ['V8 Linux64 - arm64 - sim - debug', 'linux64', 'x86-64', 'other', 'debug'],
    ['clang-cmake-armv7-quick', 'armv7', 'armv7', 'other', ''],
    ['clang-aarch64-sve-vla-2stage', 'arm64', 'arm64', 'other', ''],
    ['wasm32-wasi 3.x', 'wasm32', 'wasm32', 'other', ''],
    ['mac-arm64/debug/build', 'macos-arm64', 'arm64', 'build', 'debug'],
    ['Mac10.13 Tests', 'osx-10-13', '', 'test', 'opt'],
    ['Apple-Ventura-Release-WK2-Tests', 'macos-ventura', '', 'test', 'opt'],
    ['iOS ARM64 Simulator 3.x', 'ios', 'arm64', 'other', ''],
    ['win-x64/release/browser tests', 'windows-x86-64', 'x86-64', 'test', 'opt'],
    ['Win-10-64-bit-Release', 'windows10-64', 'x86-64', 'other', 'opt'],
    ['ARM64 Windows 11 3.x', 'windows11-arm64', 'arm64', 'other', ''],
    ['lldb-aarch64-windows', 'windows-arm64', 'arm64', 'other', ''],
    ['Win7 Tests (dbg)', 'windows7-32', '', 'test', 'debug'],
    ['android-arm64-builder', 'android-arm64', 'arm64', 'build', 'opt'],
    ['machine room check', 'other', '', 'other', ''],
    ['runtests', 'other', '', 'other', ''],
  ])('%s stands with %s', (name, platform, architecture, kind, type) => {
    expect(parseBuilder(name)).toMatchObject({ platform, architecture, kind, type })
  })

  it.each([
    ['windows-x86/debug/integration tests 2', 'integration tests', 2, 'IT2'],
    ['linux64-release/tests-3', 'tests', 3, 'Test3'],
    ['Win7 Tests (dbg)(1)', 'Tests', 1, 'Test1'],
    ['Mac Tests (2)', 'Tests', 2, 'Test2'],
    ['linux-x64/release/unit tests', 'unit tests', null, 'UT'],
    ['Apple-Ventura-Release-WK2-Tests', 'WK2-Tests', null, 'WT'],
  ])('%s is a test of the suite %s', (name, suite, chunk, symbol) => {
    expect(parseBuilder(name)).toMatchObject({ kind: 'test', suite, chunk, symbol })
  })

  it.each([
    ['lldb-aarch64-windows', 'Windows arm64'],
    ['linux-gcc-debug', 'Linux'],
    ['iOS ARM64 Simulator 3.x', 'iOS'],
    ['clang-cmake-armv7-quick', 'armv7'],
  ])('%s is labelled %s', (name, platformLabel) => {
    expect(parseBuilder(name)).toMatchObject({ platformLabel })
  })

  it('shows an unknown name whole, as platform Other, with a short sign', () => {
    expect(parseBuilder('frobnicate the gizmo')).toMatchObject({
      name: 'frobnicate the gizmo',
      platform: 'other',
      platformLabel: 'Other',
      type: '',
      symbol: 'FTG',
    })
    expect(parseBuilder('').symbol).toBe('?')
  })
})

describe('parseBuilder on any text', () => {
  const parts = fc.constantFrom(
    'Linux',
    'Mac',
    'windows',
    'x86-64',
    'arm64',
    'b2g_',
    'test',
    'opt',
    'talos',
    '-e10s',
    '_dep',
    '-1',
    '/',
    '☃',
    '$1',
    ' ',
  )
  const anyName = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(parts).map((list) => list.join('')),
  )

  it('keeps the name and never answers without platform, kind and sign', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const parsed = parseBuilder(name)
        expect(parsed.name).toBe(name)
        expect(parsed.platform).not.toBe('')
        expect(parsed.platformLabel).not.toBe('')
        expect(parsed.symbol).not.toBe('')
        expect(builderKinds).toContain(parsed.kind)
      }),
    )
  })

  it('does not mind which branch a name holds', () => {
    const branch = fc.constantFrom(
      'try',
      'mozilla-central',
      'build-system',
      'b2g-inbound',
      'mozilla-b2g26_v1_2',
      'date',
    )
    const name = fc.constantFrom(
      (b: string) => `Ubuntu VM 12.04 x64 ${b} debug test mochitest-3`,
      (b: string) => `Windows 7 32-bit ${b} opt talos g1-stylo-e10s`,
      (b: string) => `b2g_${b}_hamachi_eng_nightly`,
      (b: string) => `OS X 10.7 64-bit ${b} leak test build`,
    )
    fc.assert(
      fc.property(name, branch, (named, b) => {
        expect({ ...parseBuilder(named(b)), name: '' }).toEqual({ ...parseBuilder(named('cedar')), name: '' })
      }),
    )
  })

  it('reads a very long name without delay', () => {
    expect(parseBuilder(`linux ${'x64 armv7 '.repeat(20_000)}`).platform).toBe('linux64')
  })
})

describe('rules of a site', () => {
  const rules = { ...builderRules, platforms: [['^toaster (\\d)', 'toaster$1', 'Toaster $1']] as const }

  it('take the place of ours', () => {
    expect(parseBuilder('Toaster 3 try build', rules)).toMatchObject({
      platform: 'toaster3',
      platformLabel: 'Toaster 3',
    })
    expect(parseBuilder('Toaster 3 try build').platform).toBe('other')
  })

  it('are read from JSON', () => {
    const read = readBuilderRules(JSON.parse(JSON.stringify(builderRules)))
    expect(read).toEqual({ rules: builderRules })
  })

  it('need no architectures: then names tell none, and all else as before', () => {
    const { architectures: _, ...old } = rules
    const read = readBuilderRules(JSON.parse(JSON.stringify(old)))
    expect(read).toEqual({ rules: old })
    expect(parseBuilder('Toaster 3 armv7 try build', old)).toMatchObject({ platform: 'toaster3', architecture: '' })
    expect(parseBuilder('armv7 quick', old)).toMatchObject({ platform: 'other', architecture: '' })
  })

  it('may name architectures of their own', () => {
    const own = { ...rules, architectures: [['\\b(z\\d+)\\b', '$1']] as const }
    expect(parseBuilder('Toaster 3 Z80 try build', own).architecture).toBe('z80')
  })

  it.each([
    [null, 'not an object'],
    [{ ...builderRules, usualType: 1 }, 'usualType is not a text'],
    [{ ...builderRules, suites: 'x' }, 'suites is not a list'],
    [{ ...builderRules, architectures: 'x' }, 'architectures is not a list'],
    [{ ...builderRules, architectures: [['(', 'x']] }, 'architectures, row 1: "(" is not a regular expression'],
    [{ ...builderRules, types: [['a']] }, 'types, row 1: not 2 texts'],
    [{ ...builderRules, types: [['a', 1]] }, 'types, row 1: not 2 texts'],
    [{ ...builderRules, types: [['(', 'x']] }, 'types, row 1: "(" is not a regular expression'],
    [{ ...builderRules, jobs: [['a', 'brew', '']] }, 'jobs, row 1: no kind "brew"'],
  ])('are refused by row', (value, problem) => {
    expect(readBuilderRules(value)).toEqual({ problem })
  })
})
