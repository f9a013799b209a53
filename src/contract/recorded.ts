import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { s } from './schema.ts'
import type { Infer } from './schema.ts'

/** One exchange with the real server; `status` is null where no answer came. `body` is parsed where it was JSON. */
const Recording = s.object({
  note: s.string(),
  request: s.object({
    method: s.string(),
    path: s.string(),
    headers: s.record(s.string(), s.string()),
    body: s.nullable(s.string()),
  }),
  response: s.object({
    status: s.nullable(s.int()),
    headers: s.record(s.string(), s.string()),
    body: s.unknown(),
  }),
})
/** `file` is its name without ".json", such as "029-build-result-0". */
export type Recording = Infer<typeof Recording> & { file: string }

const folder = fileURLToPath(new URL('./recorded/', import.meta.url))

/** Every recording, in the order in which they were made. For tests only. */
export const recordings: readonly Recording[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .toSorted()
  .map((name) => ({
    file: name.slice(0, -'.json'.length),
    ...s.parse(Recording, JSON.parse(readFileSync(folder + name, 'utf8'))),
  }))

/** A recording by its name, or by its number alone: `recorded('029')`. */
export function recorded(name: string): Recording {
  const found = recordings.find(({ file }) => file === name || file.startsWith(`${name}-`))
  if (!found) throw new Error(`There is no recording ${name}.`)
  return found
}

/** The recorded answer as `fetch` would give it; null where no answer came. */
export function recordedResponse({ response }: Recording): Response | null {
  if (response.status === null) return null
  const body = typeof response.body === 'string' ? response.body : JSON.stringify(response.body)
  return new Response(body, { status: response.status, headers: response.headers })
}
