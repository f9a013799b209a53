import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

// Sees to it that there is a Chromium to test in, and names it:
// PW_CHROMIUM, one that is installed, Debian's by apt (as root), Playwright's own.

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** The path of a Chromium that is there, or null. */
export function findChromium() {
  const named = process.env.PW_CHROMIUM
  return [...(named ? [named] : installed), chromium.executablePath()].find((path) => existsSync(path)) ?? null
}

const run = (command, ...words) =>
  spawnSync(command, words, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

function install() {
  const root = process.getuid?.() === 0
  if (root && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium found: installing Debian’s …')
    if (
      run('apt-get', 'update', '-q') &&
      run('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-liberation')
    )
      return
  }
  console.log('No Chromium found: asking Playwright for its own …')
  run('npx', 'playwright', 'install', 'chromium')
}

if (process.argv[1] === import.meta.filename) {
  if (!findChromium()) install()
  const found = findChromium()
  if (!found) {
    console.error(
      'The end-to-end tests need Chromium, and it could not be installed.\n' +
        'Install it (on Debian: sudo apt-get install chromium), or name one: PW_CHROMIUM=/path/to/chromium npm test',
    )
    process.exit(1)
  }
  console.log(`Chromium: ${found}`)
}
