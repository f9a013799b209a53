import { mount } from './app/App.tsx'
import { retireDemoWorker } from './app/retireDemoWorker.ts'
import { compose } from './compose.ts'

const root = document.querySelector<HTMLElement>('#root')
if (!root) throw new Error('index.html has no #root')

/** What must stand before the first page asks: the demo's farm, or the absence of a former demo's. */
async function prepare(): Promise<string | null> {
  if (!__DEMO__) return retireDemoWorker()
  const { startDemo } = await import('./mocks/start.ts')
  return startDemo()
}

const problem = await prepare()
// A site's own rules for builders' names, where its page names some.
const rules = document.querySelector<HTMLMetaElement>('meta[name="self-serve-builder-rules"]')?.content
if (rules) await (await import('./app/siteRules.ts')).takeSiteRules(rules)
if (problem === null) mount(root, compose())
else root.textContent = problem
