import { endpointNames, routes } from './routes.ts'
import type { Route, EndpointName } from './routes.ts'

/** Why a name cannot stand in a path of this API. */
export type Unsayable = { key: string; value: string; reason: 'slash' | 'empty' | 'dots' }

/**
 * Fills `:name` segments, percent-encoded: a space is %20, never "+" (surprise 22).
 * A slash cannot be sent at all (the server decodes %2F before routing), an empty name would reach another route,
 * and "." or ".." would be folded away by the browser: all three are refused here.
 */
export function fillPath(
  pattern: string,
  values: Record<string, unknown>,
): { ok: true; path: string } | { ok: false; unsayable: Unsayable } {
  const parts: string[] = []
  for (const segment of pattern.split('/')) {
    if (!segment.startsWith(':')) {
      parts.push(segment)
      continue
    }
    const key = segment.slice(1)
    const given = values[key]
    const value = typeof given === 'string' || typeof given === 'number' ? String(given) : ''
    const reason =
      value === '' ? 'empty' : value.includes('/') ? 'slash' : value === '.' || value === '..' ? 'dots' : null
    if (reason) return { ok: false, unsayable: { key, value, reason } }
    parts.push(encodeURIComponent(value))
  }
  return { ok: true, path: parts.join('/') }
}

/** The values of `:name` segments if the path fits the pattern, decoded as the server decodes them; else null. */
export function matchPattern(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const values: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const part = given[index] ?? ''
    if (segment.startsWith(':')) {
      if (part === '') return null
      values[segment.slice(1)] = part
    } else if (segment !== part) return null
  }
  return values
}

/** The endpoint a method and a (decoded) path belong to, with the raw path values; null where the server has no such route. */
export function matchPath(method: string, path: string): { name: EndpointName; values: Record<string, string> } | null {
  for (const name of endpointNames) {
    const endpoint: Route = routes[name]
    if (endpoint.method !== method) continue
    const values = matchPattern(endpoint.path, path)
    if (values) return { name, values }
  }
  return null
}
