import { readFileSync, readdirSync } from 'node:fs'
import { matchPath } from '../contract/path.ts'
import { s } from '../contract/schema.ts'

/** The recordings as the tests of the farm read them: status, Content-Type, and the shape of the JSON. */

const folder = new URL('../contract/recorded/', import.meta.url)

const Exchange = s.object({
  request: s.object({ method: s.string(), path: s.string() }),
  response: s.object({
    status: s.nullable(s.int()),
    headers: s.optional(s.nullable(s.record(s.string(), s.string()))),
    body: s.optional(s.unknown()),
  }),
})

export type Recording = { name: string; endpoint: string; status: number; type: string; body: unknown }

const files = readdirSync(folder).filter((file) => /^\d{3}-.*\.json$/.test(file))

function load(file: string): Recording {
  const { request, response } = Exchange.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
  // A platform behind the branch is no route of the table (contract surprise 41).
  const path = (request.path.split('?')[0] ?? '').replace(/^(\/(?:pending|running)\/[^/]+)\/.*/, '$1')
  const headers = Object.fromEntries(
    Object.entries(response.headers ?? {}).map(([key, value]) => [key.toLowerCase(), value]),
  )
  return {
    name: file,
    endpoint:
      (matchPath(request.method, decodeURIComponent(path)) ?? matchPath('GET', decodeURIComponent(path)))?.name ??
      'none',
    status: response.status ?? 0,
    type: headers['content-type'] ?? '',
    body: response.body,
  }
}

export const recordings: readonly Recording[] = files.map(load)

/** The recording with this number, `073`. */
export function recording(number: string): Recording {
  const found = recordings.find(({ name }) => name.startsWith(`${number}-`))
  if (!found) throw new Error(`no recording ${number}`)
  return found
}

/** All types seen at a place: of a list's items together, of an object's fields one by one, by its set of keys. */
type Shape = { types: Set<string>; objects: Map<string, Map<string, Shape>>; items: Shape | null }

const empty = (): Shape => ({ types: new Set(), objects: new Map(), items: null })

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : Number.isInteger(value) ? 'int' : typeof value

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Objects whose keys are names (branches, revisions, authors, properties) become lists of their values. */
function plain(endpoint: string, body: unknown): unknown {
  if (!isRecord(body)) return body
  const values = (map: unknown): unknown[] => (isRecord(map) ? Object.values(map) : [])
  const nested = (map: unknown): unknown => values(map).flatMap(values).flat()
  if (endpoint === 'branches') return values(body)
  if (endpoint.startsWith('pushes')) return values(body)
  if (/^(pending|running|revision)/.test(endpoint)) {
    return Object.fromEntries(
      Object.entries(body).map(([key, value]) => [key, isRecord(value) ? nested(value) : value]),
    )
  }
  return body
}

function grow(shape: Shape, value: unknown): void {
  shape.types.add(typeOf(value))
  if (Array.isArray(value)) {
    shape.items ??= empty()
    for (const item of value) grow(shape.items, item)
  } else if (isRecord(value)) {
    const keys = Object.keys(value).toSorted()
    const fields = shape.objects.get(keys.join()) ?? new Map<string, Shape>()
    shape.objects.set(keys.join(), fields)
    for (const key of keys) {
      if (key === 'properties' || key === 'what') continue
      const field = fields.get(key) ?? empty()
      fields.set(key, field)
      grow(field, value[key])
    }
  }
}

function misfits(shape: Shape, value: unknown, at: string): string[] {
  const type = typeOf(value)
  if (!shape.types.has(type)) return [`${at}: ${type}, recorded ${[...shape.types].join(' or ')}`]
  if (Array.isArray(value)) {
    // A list that was empty in every recording says nothing about its items.
    const { items } = shape
    return items && items.types.size > 0 ? value.flatMap((item, index) => misfits(items, item, `${at}[${index}]`)) : []
  }
  if (!isRecord(value)) return []
  const keys = Object.keys(value).toSorted()
  const fields = shape.objects.get(keys.join())
  if (!fields) return [`${at}: {${keys.join()}}, recorded {${[...shape.objects.keys()].join('} or {')}}`]
  return [...fields].flatMap(([key, field]) => misfits(field, value[key], `${at}.${key}`))
}

/** Where an answer differs in keys or types from all that was recorded of its endpoint with that status. */
export function differences(like: Recording, value: unknown): string[] {
  const shape = empty()
  for (const one of recordings) {
    // Plain SQLite's float times are not what this server says.
    const alike = one.endpoint === like.endpoint && one.status === like.status && one.type === like.type
    if (alike && !one.name.includes('raw-sqlite')) grow(shape, plain(one.endpoint, one.body))
  }
  return misfits(shape, plain(like.endpoint, value), 'body').slice(0, 5)
}
