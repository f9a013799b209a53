import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import type { Plugin } from 'vite'
import { contentSecurityPolicy } from './server/headers.ts'
import { proxyTo } from './server/proxy.ts'

/** Marks the few inline elements that only the dev server writes; a build has none. */
const devNonce = 'dev'

const productionRouter = fileURLToPath(new URL('node_modules/react-router/dist/production/index.mjs', import.meta.url))

/** Where `/buildapi` is proxied to; without it we start on the simulated farm. */
const upstream = process.env['SELF_SERVE_URL']

/**
 * `vite build` is the live build, `--mode demo` the one with the farm inside, `--mode server` the Node programs.
 * The dev server shows the demo, or the live app where SELF_SERVE_URL names a farm.
 */
export default defineConfig(({ command, mode }) => {
  if (mode === 'server') return serverBuild()
  const demo = mode === 'demo' && !(command === 'serve' && upstream)
  return {
    plugins: [react(), demo ? null : withoutDemoWorker(), command === 'serve' ? devServer() : null],
    // The package's own entry is its development build, warnings and all, whatever is built.
    resolve: command === 'build' ? { alias: { 'react-router': productionRouter } } : {},
    define: { __DEMO__: JSON.stringify(demo) },
    ...(command === 'serve' ? { html: { cspNonce: devNonce } } : {}),
    server: { host: process.env['HOST'] ?? '127.0.0.1', port: Number(process.env['PORT'] ?? 4173) },
    worker: { format: 'es' as const },
    build: {
      outDir: demo ? 'dist/demo' : 'dist/live',
      emptyOutDir: true,
      // No polyfills and no light-dark() fallbacks: these know everything we use.
      target: ['chrome125', 'firefox128', 'safari18'],
      manifest: true,
      // Nothing becomes a data: address, so that the policy can stay strict.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // The largest first view has its own check (bench/budget.mjs); the demo holds MSW and a farm besides.
      chunkSizeWarningLimit: 1_000,
      rolldownOptions: {
        output: {
          codeSplitting: {
            // Few and large: a chunk costs a request, and small ones pack badly. What a group names it takes with all
            // that it imports statically, so the first view is three files: what changes with our dependencies alone,
            // the frame of every page, and the Queue; the rest is what several other pages share.
            groups: [
              {
                name: 'vendor',
                test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack)\//,
                priority: 1,
              },
              { name: 'client', test: /\/src\/client\/client\.ts$/ },
              { name: 'frame', test: /\/src\/app\/App\.tsx$/ },
              { name: 'queue', test: /\/src\/pages\/queue\/QueuePage\.tsx$/ },
              // Asked for by every page once it stands, so it must not bring along what pages share.
              { name: 'later', test: /\/src\/app\/Later\.tsx$/ },
              { name: 'common', test: /\/src\//, minShareCount: 2 },
            ],
          },
        },
      },
    },
    test: {
      include: ['src/**/*.test.ts', 'server/**/*.test.ts'],
      environment: 'node',
      setupFiles: ['vitest.setup.ts'],
      // Property tests build whole farms; on a small machine with other work that takes its time.
      testTimeout: 30_000,
    },
  }
})

/** The programs that Node runs: `npm start`, `npm run farm`, `npm run bench`, `npm run pictures`. */
function serverBuild() {
  const programs = {
    start: 'server/start.ts',
    farm: 'server/farm.ts',
    bench: 'bench/main.ts',
    pictures: 'bench/pictures.ts',
  }
  return {
    build: {
      ssr: true,
      outDir: 'dist/server',
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(programs).filter(([, file]) => existsSync(file))),
        output: { entryFileNames: '[name].js' },
      },
    },
  }
}

/** Vite copies public/ into every build, and this file is the demo's alone. */
function withoutDemoWorker(): Plugin {
  return {
    name: 'without-demo-worker',
    apply: 'build',
    closeBundle: () => rmSync('dist/live/mockServiceWorker.js', { force: true }),
  }
}

/**
 * The policy of the real servers as far as hot reload permits: Vite's client adds style elements and plugin-react one
 * inline script, so both carry a nonce here, and the reload socket is let through.
 */
function devServer(): Plugin {
  return {
    name: 'self-serve-dev',
    configureServer(server) {
      const policy = contentSecurityPolicy({ nonce: devNonce, connect: 'ws:' })
      server.middlewares.use((_request, response, next) => {
        response.setHeader('Content-Security-Policy', policy)
        next()
      })
      if (upstream) server.middlewares.use(proxyTo(upstream, { user: process.env['SELF_SERVE_USER'] ?? null }))
    },
  }
}
