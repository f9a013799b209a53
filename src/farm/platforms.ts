import type { BuildType } from './model.ts'
import type { PoolName } from './pools.ts'
import { accelerated, asanUnit, desktopUnit, deviceUnit, emulatorUnit, gaia, ipc, slowUnit, talos } from './suites.ts'
import type { Suites } from './suites.ts'

/** Machines a platform's builds are tried on. */
export type TestBed = { title: string; pool: PoolName; opt?: Suites; debug?: Suites; talos?: Suites; pgo?: Suites }

/** `{b}` in a name stands for the branch. */
export type Platform = {
  key: string
  pool: PoolName
  builds: readonly { type: BuildType; name: string; typical: number; longRevision?: false }[]
  nightly?: string
  /** How popular it is in pushes to try. */
  weight: number
  beds: readonly TestBed[]
}

export const platforms: readonly Platform[] = [
  {
    key: 'linux64',
    pool: 'bld-linux64',
    weight: 10,
    builds: [
      { type: 'opt', name: 'Linux x86-64 {b} build', typical: 4500 },
      { type: 'debug', name: 'Linux x86-64 {b} leak test build', typical: 4900 },
      { type: 'pgo', name: 'Linux x86-64 {b} pgo-build', typical: 7000 },
    ],
    nightly: 'Linux x86-64 {b} nightly',
    beds: [
      { title: 'Ubuntu VM 12.04 x64', pool: 'tst-linux64', opt: desktopUnit, debug: desktopUnit },
      { title: 'Ubuntu HW 12.04 x64', pool: 'talos-linux64-ix', talos },
      { title: 'Rev3 Fedora 12x64', pool: 'talos-r3-fed', debug: slowUnit },
    ],
  },
  {
    key: 'linux',
    pool: 'bld-linux64',
    weight: 6,
    builds: [
      { type: 'opt', name: 'Linux {b} build', typical: 4400 },
      { type: 'debug', name: 'Linux {b} leak test build', typical: 4600 },
    ],
    nightly: 'Linux {b} nightly',
    beds: [
      { title: 'Ubuntu VM 12.04', pool: 'tst-linux32', opt: ipc, debug: desktopUnit },
      { title: 'Ubuntu HW 12.04', pool: 'talos-linux32-ix', talos },
      { title: 'Rev3 Fedora 12', pool: 'talos-r3-fed', debug: slowUnit },
    ],
  },
  {
    key: 'linux64-asan',
    pool: 'bld-linux64',
    weight: 2,
    builds: [
      { type: 'opt', name: 'Linux x86-64 {b} asan build', typical: 4300 },
      { type: 'debug', name: 'Linux x86-64 {b} debug asan build', typical: 4600 },
    ],
    beds: [{ title: 'Ubuntu ASAN VM 12.04 x64', pool: 'tst-linux64', opt: asanUnit }],
  },
  {
    key: 'linux64-checks',
    pool: 'bld-linux64',
    weight: 2,
    builds: [
      { type: 'opt', name: 'Linux x86-64 {b} spidermonkey_info-warnaserr build', typical: 1300 },
      { type: 'debug', name: 'Linux x86-64 {b} debug static analysis build', typical: 3700 },
      { type: 'opt', name: 'Linux x86-64 {b} valgrind', typical: 4000 },
    ],
    beds: [],
  },
  {
    key: 'macosx64',
    pool: 'bld-lion-r5',
    weight: 5,
    builds: [
      { type: 'opt', name: 'OS X 10.7 {b} build', typical: 5200 },
      { type: 'debug', name: 'OS X 10.7 64-bit {b} leak test build', typical: 4700 },
    ],
    nightly: 'OS X 10.7 64-bit {b} nightly',
    beds: [
      { title: 'Rev4 MacOSX Snow Leopard 10.6', pool: 'talos-r4-snow', opt: desktopUnit, debug: desktopUnit, talos },
      { title: 'Rev4 MacOSX Lion 10.7', pool: 'talos-r4-lion', opt: desktopUnit },
      {
        title: 'Rev5 MacOSX Mountain Lion 10.8',
        pool: 'talos-mtnlion-r5',
        opt: desktopUnit,
        debug: desktopUnit,
        talos,
      },
    ],
  },
  {
    key: 'win32',
    pool: 'w64-ix',
    weight: 6,
    builds: [
      { type: 'opt', name: 'WINNT 5.2 {b} build', typical: 6200 },
      { type: 'debug', name: 'WINNT 5.2 {b} leak test build', typical: 5900 },
      { type: 'pgo', name: 'WINNT 5.2 {b} pgo-build', typical: 13000 },
    ],
    nightly: 'WINNT 5.2 {b} nightly',
    beds: [
      { title: 'Windows XP 32-bit', pool: 't-xp32-ix', opt: desktopUnit, debug: desktopUnit, talos },
      { title: 'Windows 7 32-bit', pool: 't-w732-ix', opt: accelerated, debug: desktopUnit, talos },
      { title: 'WINNT 6.2', pool: 't-w864-ix', opt: accelerated, debug: desktopUnit, talos },
    ],
  },
  {
    key: 'win64',
    pool: 'w64-ix',
    weight: 1,
    builds: [{ type: 'opt', name: 'WINNT 6.1 x86-64 {b} build', typical: 5600 }],
    beds: [],
  },
  {
    key: 'android',
    pool: 'bld-linux64',
    weight: 5,
    builds: [
      { type: 'opt', name: 'Android {b} build', typical: 3600 },
      { type: 'debug', name: 'Android Debug {b} build', typical: 3500 },
    ],
    nightly: 'Android {b} nightly',
    beds: [
      { title: 'Android 4.0 Panda', pool: 'panda', opt: deviceUnit },
      { title: 'Android 2.2 Tegra', pool: 'tegra', opt: deviceUnit },
    ],
  },
  {
    key: 'android-armv6',
    pool: 'bld-linux64',
    weight: 1,
    builds: [{ type: 'opt', name: 'Android 2.2 Armv6 {b} build', typical: 3400 }],
    beds: [{ title: 'Android 2.2 Armv6 Tegra', pool: 'tegra', opt: deviceUnit }],
  },
  {
    key: 'b2g-emulator',
    pool: 'bld-linux64',
    weight: 2,
    builds: [
      { type: 'opt', name: 'b2g_{b}_emulator_dep', typical: 4100, longRevision: false },
      { type: 'debug', name: 'b2g_{b}_emulator-debug_dep', typical: 4400, longRevision: false },
    ],
    beds: [{ title: 'b2g_emulator', pool: 'tst-linux64', opt: emulatorUnit }],
  },
  {
    key: 'b2g-desktop',
    pool: 'bld-linux64',
    weight: 2,
    builds: [
      { type: 'opt', name: 'b2g_{b}_linux64_gecko build', typical: 3500, longRevision: false },
      { type: 'opt', name: 'b2g_{b}_unagi_dep', typical: 4000, longRevision: false },
    ],
    beds: [{ title: 'b2g_ubuntu64_vm', pool: 'tst-linux64', opt: gaia }],
  },
]
