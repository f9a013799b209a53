import { isScenarioName, scenarios } from '../src/farm/scenarios.ts'
import { control } from './control.ts'
import { farmBackend } from './farmBackend.ts'
import { createFarmHost } from './farmHost.ts'
import { listenAddress, serveOrExit } from './serve.ts'
import { staticFiles } from './staticFiles.ts'

// `npm run farm`: the live build and a simulated farm on one origin, over real HTTP.

const scenario = process.env['SCENARIO'] ?? 'calm'
const seed = Number(process.env['SEED'] ?? 1)
if (!isScenarioName(scenario) || !Number.isInteger(seed)) {
  console.error(`SCENARIO is one of ${Object.keys(scenarios).join(', ')}; SEED is a whole number`)
  process.exit(1)
}

const host = createFarmHost({ scenario, seed })
const service = await serveOrExit({
  ...listenAddress(process.env, 4180),
  handlers: [control(host), farmBackend(host), staticFiles('dist/live')],
  keepAlive: () => host.keepAlive,
})
console.log(`Self-Serve on a simulated farm (${scenario}): ${service.url}/`)
