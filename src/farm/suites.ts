/** Suites with their median seconds on an opt build; debug runs take longer (`debugFactor`). */
export type Suites = Readonly<Record<string, number>>

export const debugFactor = 1.7

export const desktopUnit: Suites = {
  'mochitest-1': 1250,
  'mochitest-2': 1150,
  'mochitest-3': 1100,
  'mochitest-4': 1050,
  'mochitest-5': 950,
  'mochitest-browser-chrome': 2100,
  'mochitest-other': 1500,
  reftest: 1700,
  crashtest: 560,
  jsreftest: 900,
  xpcshell: 1000,
  jetpack: 480,
  marionette: 420,
}

export const accelerated: Suites = { ...desktopUnit, 'reftest-no-accel': 1650 }
export const ipc: Suites = { ...desktopUnit, 'crashtest-ipc': 540, 'reftest-ipc': 1700 }

export const asanUnit: Suites = {
  'mochitest-1': 1300,
  'mochitest-2': 1200,
  'mochitest-3': 1150,
  'mochitest-4': 1100,
  'mochitest-5': 1000,
  'mochitest-browser-chrome': 2600,
  reftest: 2100,
  crashtest: 700,
  cppunit: 300,
}

export const slowUnit: Suites = { 'mochitest-browser-chrome': 3400 }

export const talos: Suites = { chromez: 900, dromaeojs: 2300, other: 1400, svgr: 1250, tp5o: 1500 }

export const deviceUnit: Suites = {
  'mochitest-1': 1500,
  'mochitest-2': 1300,
  'mochitest-3': 1400,
  'mochitest-4': 1250,
  'mochitest-5': 1300,
  'mochitest-8': 1100,
  'plain-reftest-1': 1600,
  'plain-reftest-2': 1500,
  crashtest: 1200,
  'jsreftest-1': 1500,
  'jsreftest-2': 1400,
  'robocop-1': 1300,
  'robocop-2': 1250,
}

export const emulatorUnit: Suites = {
  'mochitest-1': 2400,
  'mochitest-2': 2300,
  'mochitest-3': 2300,
  'reftest-1': 2600,
  'reftest-2': 2500,
  'crashtest-1': 1200,
  'xpcshell-1': 1500,
  'mochitest-chrome': 900,
}

export const gaia: Suites = {
  'gaia-build-unit': 500,
  'gaia-integration': 1300,
  'gaia-ui-test': 900,
  'gaia-ui-test-oop': 1000,
  'gaia-unit-oop': 450,
  'mochitest-1': 1200,
}

/** "mochitest-3" and "mochitest-other" are of the family "mochitest". */
export const familyOf = (suite: string): string => suite.split('-')[0] ?? suite
