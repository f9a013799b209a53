import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endpointNames, routes } from './routes.ts'
import type { Route } from './routes.ts'
import { fillPath, matchPath, matchPattern } from './path.ts'

/** Any name that can be sent: no slash, not empty, not dots alone, no half characters. */
const name = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((text) => !text.includes('/') && text !== '.' && text !== '..')
/** Words that stand in the server's own routes: a branch of that name is another address there too. */
const taken = new Set(['branches', 'jobs'])

const keysOf = (pattern: string): string[] => [...pattern.matchAll(/:(\w+)/g)].map(([, key]) => key ?? '')
const patterns = endpointNames.map((endpoint): Route & { name: string } => ({
  name: endpoint,
  ...routes[endpoint],
}))

describe('paths', () => {
  it.each(patterns)('$name: a filled path gives back what was filled in', ({ path }) => {
    const keys = keysOf(path)
    fc.assert(
      fc.property(fc.array(name, { minLength: keys.length, maxLength: keys.length }), (names) => {
        const values = Object.fromEntries(keys.map((key, index) => [key, names[index] ?? '']))
        const filled = fillPath(path, values)
        if (!filled.ok) throw new Error(`refused ${JSON.stringify(filled.unsayable)}`)
        const found = Object.entries(matchPattern(path, filled.path) ?? {})
        expect(Object.fromEntries(found.map(([key, value]) => [key, decodeURIComponent(value)]))).toEqual(values)
      }),
      { numRuns: 50 },
    )
  })

  it.each(patterns)('$name: its path belongs to no other endpoint', ({ name: endpoint, method, path }) => {
    fc.assert(
      fc.property(
        fc.array(
          name.filter((text) => !taken.has(text)),
          { minLength: 4, maxLength: 4 },
        ),
        (names) => {
          const filled = fillPath(path, Object.fromEntries(keysOf(path).map((key, index) => [key, names[index] ?? ''])))
          expect(filled.ok && matchPath(method, filled.path)?.name).toBe(endpoint)
        },
      ),
      { numRuns: 50 },
    )
  })

  it.each([
    ['slash', 'a/b'],
    ['empty', ''],
    ['dots', '.'],
    ['dots', '..'],
  ])('refuses a name for its %s: %j', (reason, branch) => {
    expect(fillPath('/self-serve/:branch', { branch })).toEqual({
      ok: false,
      unsayable: { key: 'branch', value: branch, reason },
    })
  })

  it.each([
    ['GET', '/self-serve/try/nonsense'],
    ['GET', '/self-serve/try/'],
    ['DELETE', '/self-serve/try'],
    ['OPTIONS', '/self-serve/try/build/1'],
  ])('%s %s is no route', (method, path) => {
    expect(matchPath(method, path)).toBeNull()
  })
})
