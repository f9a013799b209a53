import { readFileSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Middleware } from './proxy.ts'

type File = { bytes: Buffer; type: string; immutable: boolean; gzipped: Promise<Buffer> | null }

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
}
const compressible = /^text\/|json|svg/

/**
 * Serves a build. The folder is read once, so an address can only ever name a file that was in it.
 * Files with a hash in their name never change; index.html is never kept, and stands for every address of the app.
 */
export function staticFiles(folder: string): Middleware {
  const files = readFolder(folder)
  const index = files.get('/index.html')
  if (!index) throw new Error(`No index.html in ${folder}: build it first`)

  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const path = readPath(request.url ?? '/')
    if (path === null) {
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('Not a path\n')
      return
    }
    const file = path === '/' ? index : (files.get(path) ?? (isPage(path, request.headers.accept) ? index : null))
    if (!file) return next()

    const zip = file.gzipped && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    void (zip ? file.gzipped : Promise.resolve(file.bytes))?.then((body) => {
      response.writeHead(200, {
        'content-type': file.type,
        'content-length': body.length,
        'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-store',
        ...(file.gzipped ? { vary: 'accept-encoding' } : {}),
        ...(zip ? { 'content-encoding': 'gzip' } : {}),
      })
      response.end(request.method === 'HEAD' ? undefined : body)
    })
  }
}

/** The decoded path, or null for one that cannot be decoded or climbs (`..`). */
function readPath(url: string): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''))
    return path.includes('\0') || /(^|[/\\])\.\.([/\\]|$)/.test(path) ? null : path
  } catch {
    return null
  }
}

/** A branch may have a dot in its name, so what asks for HTML gets the app; other callers get it for names without an ending of ours. */
function isPage(path: string, accept = '*/*'): boolean {
  return !path.startsWith('/assets/') && (accept.includes('text/html') || !(extname(path) in types))
}

function readFolder(folder: string): Map<string, File> {
  const files = new Map<string, File>()
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`
    if (!entry.isFile() || path.includes('/.')) continue
    const bytes = readFileSync(join(folder, path))
    const type = types[extname(path)] ?? 'application/octet-stream'
    files.set(path, {
      bytes,
      type,
      immutable: path.startsWith('/assets/'),
      gzipped: compressible.test(type) ? promisify(gzip)(bytes, { level: 9 }) : null,
    })
  }
  return files
}
