import { belowApi, proxyTo } from './proxy.ts'
import type { Middleware } from './proxy.ts'
import { listenAddress, serveOrExit } from './serve.ts'
import { staticFiles } from './staticFiles.ts'

// `npm start`: the demo, or with SELF_SERVE_URL the live build before the farm at that address.

/** The demo's farm is in the page: what reaches this server was asked before it stood, or without it. */
const noFarm: Middleware = (request, response, next) => {
  if (belowApi(request.url ?? '/') === null) return next()
  response
    .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    .end('No farm here: this server has the demo only\n')
}

const farm = process.env['SELF_SERVE_URL']
const service = await serveOrExit({
  ...listenAddress(process.env, 4173),
  handlers: farm
    ? [proxyTo(farm, { user: process.env['SELF_SERVE_USER'] ?? null }), staticFiles('dist/live')]
    : [noFarm, staticFiles('dist/demo')],
})
console.log(`Self-Serve (${farm ? `the farm at ${farm}` : 'demo'}): ${service.url}/`)
