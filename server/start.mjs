import { build } from 'vite'

// Builds what `npm start` serves, then serves it. Node 20 reads no TypeScript, so the server is built too.

await build({ mode: process.env.SELF_SERVE_URL ? 'production' : 'demo', logLevel: 'warn' })
await build({ mode: 'server', logLevel: 'warn' })
await import('../dist/server/start.js')
