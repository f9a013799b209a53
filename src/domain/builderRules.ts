/** What a builder is for. */
export const builderKinds = ['build', 'test', 'talos', 'nightly', 'repack', 'other'] as const
export type BuilderKind = (typeof builderKinds)[number]

/**
 * How names are read. Plain JSON, so a site can replace it: every row begins with the source of a regular expression
 * (case ignored), the first row that matches counts, and `$1` in the rest stands for what the pattern caught.
 */
export type BuilderRules = {
  /** Pattern on the name (`_` and `/` read as spaces), architecture. May be left out: then no name tells one. */
  readonly architectures?: readonly (readonly [pattern: string, architecture: string])[]
  /**
   * Pattern on the name (`_` and `/` read as spaces) with ` ~` and the architecture after it where there is one, key,
   * label. `~` last in these is where the architecture goes. Where no row matches, it is the platform by itself.
   */
  readonly platforms: readonly (readonly [pattern: string, key: string, label: string])[]
  /** A word in the name that makes a platform of its own: key and label get it appended. */
  readonly variants: readonly (readonly [pattern: string, variant: string])[]
  /** Pattern on the name (`_` and `/` read as spaces), build type. */
  readonly types: readonly (readonly [pattern: string, type: string])[]
  /** The type where no word tells and the kind is known. */
  readonly usualType: string
  /** Pattern on the name as it is, kind, suite; a number last after `-` is the chunk. */
  readonly jobs: readonly (readonly [pattern: string, kind: BuilderKind, suite: string])[]
  /** A part of a test's suite that belongs to its group, as `e10s` makes `M` into `M-e10s`. */
  readonly modifiers: readonly (readonly [pattern: string, modifier: string])[]
  /** Pattern on a talos suite, group, label; what matched is taken out of the suite. */
  readonly talosGroups: readonly (readonly [pattern: string, group: string, label: string])[]
  /**
   * Pattern on the suite without chunk and modifier (after `talos ` for those), group, label, symbol. `~` in a symbol is where the modifier goes;
   * an empty symbol means the chunk alone, or the group's where there is no chunk.
   */
  readonly suites: readonly (readonly [pattern: string, group: string, label: string, symbol: string])[]
}

const linux = String.raw`\b(?:linux|ubuntu|fedora|debian|rhel|centos|sles|suse|gentoo|raspbian|alpine)`
const mac = String.raw`\b(?:os ?x|mac(?: ?osx?)?)(?![a-z])`
const win = String.raw`\bwin(?:dows)?[- ]?`
const m = (pattern: string, symbol: string) => [`^mochitest-${pattern}$`, 'M', 'Mochitest', symbol] as const
const r = (pattern: string, symbol: string) => [`^${pattern}$`, 'R', 'Reftest', symbol] as const
const one = (pattern: string, symbol: string) => [`^${pattern}$`, '', '', symbol] as const
const t = (pattern: string, symbol: string) => [`^talos ${pattern}$`, 'T', 'Talos Performance', symbol] as const
const sm = (pattern: string, symbol: string) =>
  [`^spidermonkey_(?:tier_1-)?${pattern}`, 'SM', 'SpiderMonkey', symbol] as const
const gip = (pattern: string, symbol: string) =>
  [`^gaia-ui-test${pattern}$`, 'Gip', 'Gaia Python Integration Tests', symbol] as const

/** The rules for the names of the historical farm, with sensible places for what other Buildbots call their builders. */
export const builderRules = {
  // What is only simulated is not what the work runs on.
  architectures: [
    [String.raw`(?:x|amd|win|ubuntu)64\b|\bx86[- ]64`, 'x86-64'],
    [String.raw`\b(?:arm|aarch)64(?![- ]+sim\b)`, 'arm64'],
    [String.raw`\b(arm(?:v\d)?)(?:hf|el|[al])?\b(?![- ]+sim\b)`, '$1'],
    [String.raw`\b((?:ppc|s390|riscv|mips|sparc|loongarch|wasm)\d*(?:le|el|x)?)\b(?![- ]+sim\b)`, '$1'],
    [String.raw`\b64[- ]?bit`, 'x86-64'],
    [String.raw`\b(?:x86|i[3-6]86|win32|linux32)\b|\b32[- ]?bit|\(32\)`, 'x86'],
  ],
  platforms: [
    [String.raw`^b2g .*\bemulator[- ](jb|kk|l)\b`, 'b2g-emu-$1', 'B2G emulator $1'],
    [String.raw`^b2g .*\bemulator`, 'b2g-emu-ics', 'B2G emulator'],
    [String.raw`^b2g .*\b(?:linux|ubuntu)(32|64)`, 'b2g-linux$1', 'B2G Linux $1'],
    [String.raw`^b2g .*\bmacosx`, 'b2g-osx', 'B2G OS X'],
    [String.raw`^b2g .*\bwin(32|64)`, 'b2g-win$1', 'B2G Windows $1'],
    [String.raw`^b2g `, 'b2g-device-image', 'B2G device image'],
    [String.raw`^os x.* mulet `, 'mulet-osx', 'Mulet OS X'],
    [String.raw`^win.* mulet `, 'mulet-win32', 'Mulet Windows'],
    [String.raw` mulet `, 'mulet-linux64', 'Mulet Linux x64'],
    ['^graphene .*linux64', 'graphene-linux64', 'Graphene Linux x64'],
    ['^horizon .*linux64', 'horizon-linux64', 'Horizon Linux x64'],

    [String.raw`\bandroid (\d)\.(\d).* armv6`, 'android-$1-$2-armv6', 'Android $1.$2 Armv6'],
    [String.raw`\bandroid (\d)\.(\d) armv7 api (\d+)`, 'android-$1-$2-armv7-api$3', 'Android $1.$2 API $3+'],
    [String.raw`\bandroid armv7 api 9\b`, 'android-2-3-armv7-api9', 'Android 2.3 API 9'],
    [String.raw`\bandroid armv7 api (\d+)`, 'android-4-0-armv7-api$1', 'Android 4.0 API $1+'],
    [String.raw`\bandroid (\d)\.(\d)`, 'android-$1-$2-~', 'Android $1.$2 ~'],
    [String.raw`\bandroid\b`, 'android-~', 'Android ~'],

    [String.raw`\bwindows xp|\bwinnt 5|\bwinxp\b`, 'windowsxp', 'Windows XP'],
    [String.raw`\bwindows 7 vm`, 'windows7-32-vm', 'Windows 7 VM'],
    [String.raw`\b(?:windows 8|winnt 6|win64)\b.*~x86-64`, 'windows8-64', 'Windows 8 x64'],
    [String.raw`\bwindows 7|\bwinnt 6\.1|\bwin7\b`, 'windows7-32', 'Windows 7'],
    [String.raw`\bwindows 8|\bwinnt 6|\bwin32\b`, 'windows8-32', 'Windows 8'],
    [String.raw`${win}(1\d)\b.*~x86$`, 'windows$1-32', 'Windows $1 x86'],
    [String.raw`${win}(1\d)\b(?!.*~arm)`, 'windows$1-64', 'Windows $1'],
    [String.raw`${win}(7|8|1\d)\b`, 'windows$1-~', 'Windows $1 ~'],
    [String.raw`${win}\b`, 'windows-~', 'Windows ~'],

    [String.raw`\b(i|tv|watch)os\b`, '$1os', '$1OS'],
    [String.raw`${mac}.*?(?<!\d)10\.(\d+)`, 'osx-10-$1', 'OS X 10.$1'],
    [String.raw`\bsnow ?leopard\b`, 'osx-10-6', 'OS X 10.6'],
    [String.raw`\bmountain ?lion\b`, 'osx-10-8', 'OS X 10.8'],
    [String.raw`\blion\b`, 'osx-10-7', 'OS X 10.7'],
    [String.raw`\bmacosx64\b|\byosemite\b`, 'osx-10-10', 'OS X 10.10'],
    [String.raw`\b(catalina|big ?sur|monterey|ventura|sonoma|sequoia)\b`, 'macos-$1', 'macOS $1'],
    [mac, 'macos-~', 'macOS ~'],

    [`${linux}.*~x86-64`, 'linux64', 'Linux x64'],
    // What the historical farm calls Linux, and no more, has 32 bits.
    [
      String.raw`^(?:(?:tb|firefox|release).*[- ])?linux (?!(?:builder|tests?|release|debug|gcc|clang)\b)(?!.*~)|\bfedora 12 |\bubuntu (?:\w+ )?12\.04 `,
      'linux32',
      'Linux',
    ],
    [linux, 'linux-~', 'Linux ~'],
    [String.raw`\b(freebsd|openbsd|netbsd)`, '$1', '$1'],
  ],
  variants: [[' (devedition|stylo(?:-disabled|-sequential)?|qr) ', '$1']],
  types: [
    [String.raw`\b([atm]|ub)san\b`, '$1san'],
    ['code coverage', 'cc'],
    ['add-on-devel', 'addon'],
    [String.raw`\bpgo\b`, 'pgo'],
    [String.raw`(?<!non-)\bdebug\b|\bdbg\b|\bleak test\b`, 'debug'],
    [String.raw`\bopt\b|\brelease\b|\bnon-debug\b`, 'opt'],
  ],
  usualType: 'opt',
  jobs: [
    [' (?:opt|debug|pgo) test (.+)$', 'test', '$1'],
    ['^jetpack-', 'test', 'jetpack'],
    [' talos (.+)$', 'talos', '$1'],
    [String.raw`\bl10n nightly(-\d+)?`, 'nightly', 'l10n-nightly$1'],
    [String.raw`\bl10n\b`, 'repack', 'l10n'],
    [String.raw`^release-.*_repack_(\d+)`, 'repack', 'release-repack-$1'],
    [
      '^release-.*[-_](?:firefox|fennec|thunderbird|devedition)_(?:(?:linux|win|macosx)[0-9]*_)?(.+)$',
      'other',
      'release-$1',
    ],
    ['^b2g_(?!.*_emulator).*_(?!eng_|debug_)([^_ ]+)(?:_(e)ng)?(?:_debug)?_nightly$', 'nightly', 'image-$1-N$2'],
    ['^b2g_(?!.*_emulator).*_(?!eng_|debug_)([^_ ]+)(?:_(e)ng)?(?:_debug)?_dep$', 'build', 'image-$1-B$2'],
    [String.raw`(spidermonkey_\S+)`, 'build', '$1'],
    [String.raw`\b(valgrind|non-unified|xulrunner)\b`, 'build', '$1'],
    ['-(br|sh)-haz_', 'build', 'hazard-$1'],
    ['static analysis', 'build', 'static-analysis'],
    [String.raw`\bdebug asan build$`, 'build', 'asan-debug'],
    [String.raw`\basan build$`, 'build', 'asan'],
    [String.raw`(?:\b|_)nightly(-\d+)?$`, 'nightly', 'nightly$1'],
    [String.raw`(?:\b|_)(?:build(?:er)?|dep)(?: ?\(\w+\))*$`, 'build', 'build'],
    [String.raw`[-/ ]((?:(?!release|debug)[a-z0-9]+[- ])?tests?)(?: \(dbg\))?(?:[-( ]+(\d+)\)?)?$`, 'test', '$1-$2'],
  ],
  modifiers: [['-(e10s|oop)(?=-|$)', '$1']],
  talosGroups: [
    ['-stylo-disabled', 'Tsd', 'Talos Stylo disabled Performance'],
    ['-stylo-threads', 'Tss', 'Talos Stylo sequential Performance'],
    ['-stylo', 'Ts', 'Talos Stylo Performance'],
    ['-profiling', 'T-P', 'Talos Profiling Performance'],
    ['', 'T', 'Talos Performance'],
  ],
  suites: [
    ['^mochitest$', 'M', 'Mochitest', ''],
    m('browser-chrome', 'bc'),
    m('browser-screenshots', 'ss'),
    m('devtools-chrome', 'dt'),
    m('metro-chrome', 'mc'),
    m('chrome', 'c'),
    m('(?:web)?gl', 'gl'),
    m('(a11y|gpu)', '$1'),
    m('clipboard', 'cl'),
    m('jetpack', 'JP'),
    m('media', 'mda'),
    m('other', 'oth'),
    m('(?:push|plugins)', 'p'),
    ['^robocop$', 'M', 'Mochitest', 'rc'],
    r('(?:plain-)?reftest', 'R~'),
    r('reftest-no-accel', 'Ru'),
    r('reftest-(ipc|omtc)', 'R$1'),
    r('reftest-([a-z]+)', 'R-$1'),
    r('crashtest', 'C~'),
    r('crashtest-ipc', 'Cipc'),
    r('jsreftest', 'J~'),
    ['^web-platform-tests$', 'W', 'W3C Web Platform Tests', ''],
    ['^web-platform-tests-([rw])', 'W', 'W3C Web Platform Tests', 'W$1'],
    one('xpcshell', 'X~'),
    one('jittest', 'Jit~'),
    one('jetpack', 'JP~'),
    one('marionette', 'Mn~'),
    one('gtest', 'GTest~'),
    one('cppunit', 'Cpp~'),
    one('mozmill', 'Z'),
    one('luciddream', 'Ld'),
    ['^media-tests$', 'VP', 'VideoPuppeteer', 'b-m'],
    ['^instrumentation-browser$', 'I', 'Android Instrumentation Tests', 'Br'],
    ['^instrumentation-background$', 'I', 'Android Instrumentation Tests', 'Bg'],
    ['^gaia-(?:js-)?integration$', 'Gij', 'Gaia JS Integration Test', ''],
    gip('', ''),
    gip('-(f|u|a)[a-z]+', '$1'),
    one('gaia-unit', 'Gu~'),
    one('gaia-build-unit', 'Gbu~'),
    one('gaia-build', 'Gb~'),
    one('gaia-linter', 'Gl'),
    t('chromez?', 'c'),
    t('dromaeojs', 'd'),
    t('other', 'o'),
    t('perf-reftest', 'p'),
    t('perf-reftest-singletons', 'ps'),
    t('quantum-pageload', 'tp6'),
    t('speedometer', 'sp'),
    t('svgr', 's'),
    t('tp5o?', 'tp'),
    t('xperf', 'x'),
    t('(?:remote-)?([a-z]+[0-9]*)', '$1'),
    one('build', 'B'),
    one('nightly', 'N'),
    one('asan-debug', 'Bd'),
    one('asan', 'Bo'),
    one('non-unified', 'Bn'),
    one('static-analysis', 'S'),
    one('valgrind', 'V'),
    one('xulrunner', 'Xr'),
    one('hazard-br', 'H'),
    ['^hazard-sh$', 'SM', 'SpiderMonkey', 'H'],
    sm('(arm(?:64)?)-sim', '$1'),
    sm('.*warnaserr', 'e'),
    sm('compacting', 'cgc'),
    sm('plain', 'p'),
    sm('rootanalysis', 'r'),
    sm('([a-z]+)', '$1'),
    ['^image-(.+)-([BN]e?)$', '$1', '$1 Device Image', '$2'],
    ['^l10n$', 'L10n', 'L10n Repack', ''],
    ['^l10n-nightly$', 'L10n', 'L10n Repack', 'N'],
    ['^release-repack$', 'Release', 'Release Promotion', 'Rp'],
    ['^release-updates$', 'Release', 'Release Promotion', 'Up'],
    ['^release-uptake_monitoring$', 'Release', 'Release Promotion', 'up-m'],
    ['^release-bncr_sub$', 'Release', 'Release Promotion', 'BSub'],
    ['^release-update_verify', 'Release', 'Release Promotion', 'Uv'],
  ],
} as const satisfies BuilderRules
