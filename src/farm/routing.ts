import { matchPath } from '../contract/path.ts'
import type { EndpointName } from '../contract/routes.ts'

export type Route =
  | { kind: 'endpoint'; name: EndpointName; values: Record<string, string> }
  | { kind: 'root' }
  | { kind: 'slash'; to: string }
  | { kind: 'none' }

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * Finds the endpoint. The path is decoded first, so an encoded slash separates (contract surprise 22).
 * A method nobody knows is the GET (surprise 11). `/pending/{branch}/{platform}` drops its platform (surprise 41).
 */
export function route(method: string, path: string): Route {
  if (path === '/' || path === '' || path === '/self-serve') return { kind: 'root' }
  if (path.endsWith('/')) return { kind: 'slash', to: path.replace(/\/+$/, '') }
  const decoded = decodePath(path).replace(/^(\/(?:pending|running)\/[^/]+)\/[^/]+$/, '$1')
  const found = matchPath(method, decoded) ?? matchPath('GET', decoded)
  return found ? { kind: 'endpoint', ...found } : { kind: 'none' }
}
