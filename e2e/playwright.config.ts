import { defineConfig } from '@playwright/test'
import { findChromium } from './ensure-chromium.mjs'
import type { WorldOption } from './fixtures.ts'

const executablePath = findChromium()
if (!executablePath) throw new Error('No Chromium: run `node e2e/ensure-chromium.mjs`')

const demoPort = Number(process.env['E2E_PORT'] ?? 4183)

/**
 * Each test runs twice, on the demo and on a farm behind real HTTP; `*.demo.spec.ts` and `*.wire.spec.ts` only on one.
 * The demo is static, and a test's browser context is its world; each worker has a farm of its own (fixtures.ts).
 */
export default defineConfig<WorldOption>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  // A slow farm answers in 8 s, and the machine of a CI run may be busy: then what takes half a second takes six.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    // Recording every test costs a third of the time.
    trace: 'on-first-retry',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'demo', testIgnore: '**/*.wire.spec.ts', use: { world: 'demo', baseURL: `http://127.0.0.1:${demoPort}` } },
    { name: 'farm', testIgnore: '**/*.demo.spec.ts', use: { world: 'farm' } },
  ],
  webServer: {
    command: 'node dist/server/start.js',
    cwd: '..',
    env: { PORT: String(demoPort), SELF_SERVE_URL: '' },
    url: `http://127.0.0.1:${demoPort}/`,
    reuseExistingServer: !process.env['CI'],
    timeout: 30_000,
  },
})
