import { expect, test as base } from '@playwright/test'
import type { ControlOrder, ControlState } from '../server/control.ts'
import { startFarmServer } from './farmServer.ts'
import type { FarmServer } from './farmServer.ts'

export { expect } from '@playwright/test'

/** Which farm stands behind the app: the demo's in the page, or one behind HTTP. */
export type WorldOption = { world: 'demo' | 'farm' }

/** The app under test, in the same words for both worlds. */
export type App = {
  /** Opens an address of the app; with a scenario, on a farm of it. A test begins in a new world of `calm`. */
  open: (path: string, options?: { scenario?: string }) => Promise<void>
  /** Lets seconds pass for the page and for the farm. */
  pass: (seconds: number) => Promise<void>
}

/**
 * When every world is born, in seconds since 1970: what its first push holds depends on the hour, so the hour is fixed.
 * E2E_TIME=2026-11-25T03:02:00Z, or any time, looks at another.
 */
export const birth = Date.parse(process.env['E2E_TIME'] ?? '2015-07-15T13:40:00-07:00') / 1000

/** The farm's side of the wire; only where the world is `farm`. */
export type Wire = {
  /** Sets scenario, seed, clock, faults or keep-alive: see server/control.ts. */
  order: (order: ControlOrder) => Promise<ControlState>
  state: () => Promise<ControlState>
  /** Writes of an endpoint: how many the farm acted on, and how many arrived over the wire. */
  writes: (endpoint: string) => Promise<{ acted: number; arrived: number }>
}

type Fixtures = { wire: Wire; app: App; policy: string[] }
type WorkerFixtures = WorldOption & { farmServer: FarmServer | null }

export const test = base.extend<Fixtures, WorkerFixtures>({
  world: ['demo', { option: true, scope: 'worker' }],

  farmServer: [
    async ({ world }, provide) => {
      const server = world === 'farm' ? await startFarmServer() : null
      await provide(server)
      await server?.stop()
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ farmServer, baseURL }, provide) => provide(farmServer?.url ?? baseURL),

  wire: async ({ farmServer }, provide) => {
    if (!farmServer) throw new Error('There is no wire in the demo: name this spec *.wire.spec.ts')
    const { order, state } = farmServer
    await provide({
      order,
      state,
      writes: async (endpoint) => {
        const { writes, wireWrites } = await state()
        return { acted: writes[endpoint] ?? 0, arrived: wireWrites[endpoint] ?? 0 }
      },
    })
  },

  app: async ({ page, farmServer }, provide) => {
    await farmServer?.order({ now: birth, scenario: 'calm', seed: 1, faults: [], keepAlive: false })
    await page.clock.install({ time: birth * 1000 })
    await provide({
      open: async (path, { scenario } = {}) => {
        if (farmServer && scenario !== undefined) await farmServer.order({ scenario })
        const inDemo = scenario === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}farm=${scenario}`
        await page.goto(farmServer ? path : inDemo)
      },
      pass: async (seconds) => {
        await farmServer?.order({ advance: seconds })
        await page.clock.fastForward(seconds * 1000)
      },
    })
  },

  /** In every test: what broke the Content-Security-Policy, of which nothing may be left at the end. */
  policy: [
    async ({ context }, provide) => {
      const violations: string[] = []
      await context.exposeFunction('reportViolation', (violation: string) => violations.push(violation))
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
          const report: unknown = Reflect.get(window, 'reportViolation')
          if (typeof report === 'function') report(`${violatedDirective} ${blockedURI} in ${sourceFile}`)
        })
      })
      context.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) violations.push(message.text())
      })
      await provide(violations)
      expect(violations).toEqual([])
    },
    { auto: true },
  ],
})
