import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

// Holds the live build to its size (JS of the first view, gzip) and to its promise: no farm and no MSW in it.

const budget = { page: 150_000, worker: 20_000 }
const [live, demo] = ['dist/live', 'dist/demo']
const faults = []

const size = (file) => gzipSync(readFileSync(join(live, file)), { level: 9 }).length
const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

/** A chunk and all it imports statically. */
function closure(manifest, key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key].imports ?? []) closure(manifest, next, seen)
  return seen
}

function firstView() {
  const manifest = JSON.parse(readFileSync(join(live, '.vite/manifest.json'), 'utf8'))
  const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
  // The Queue is the first view: its chunk is loaded lazily, by the route.
  const queue = Object.keys(manifest).filter(
    (key) => key === 'src/pages/queue/QueuePage.tsx' && manifest[key].isDynamicEntry,
  )
  const chunks = new Set([entry, ...queue].flatMap((key) => [...closure(manifest, key)]))
  const named = new Set(Object.values(manifest).map(({ file }) => file))
  const workers = readdirSync(join(live, 'assets'))
    .map((name) => `assets/${name}`)
    .filter((file) => /worker[^/]*\.js$/i.test(file) && !named.has(file))
  return { page: [...chunks].map((key) => manifest[key].file), worker: workers }
}

for (const [part, files] of Object.entries(firstView())) {
  const sum = files.reduce((total, file) => total + size(file), 0)
  console.log(`First view, ${part}: ${kilo(sum)} gzip of ${kilo(budget[part])}`)
  for (const file of files) console.log(`  ${kilo(size(file)).padStart(9)}  ${file}`)
  if (sum > budget[part]) faults.push(`the ${part} of the first view is over its ${kilo(budget[part])}`)
}

/** Words that only MSW and the farm hold; a word that the demo has lost would prove nothing. */
const markers = ['[MSW]', 'infra-storm', 'agent-dead', 'self-serve-farm']
const textOf = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => /\.(js|html)$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
const [liveText, demoText] = [textOf(live), existsSync(demo) ? textOf(demo) : null]
for (const marker of markers) {
  if (liveText.includes(marker)) faults.push(`the live build holds the demo’s "${marker}"`)
  if (demoText !== null && !demoText.includes(marker))
    faults.push(`the demo build lost "${marker}": choose another marker`)
}
if (existsSync(join(live, 'mockServiceWorker.js'))) faults.push('the live build holds mockServiceWorker.js')

for (const fault of faults) console.error(`Budget: ${fault}`)
process.exit(faults.length > 0 ? 1 : 0)
