import { routes } from '../contract/routes.ts'
import type { EndpointName } from '../contract/routes.ts'
import { readForm } from './ask.ts'
import type { Ask } from './ask.ts'
import type { Backend } from './backend.ts'
import { bear } from './birth.ts'
import { form } from './forms.ts'
import type { Formed } from './forms.ts'
import { badRow, spoil } from './garbage.ts'
import { abortPage, dataPage } from './pages.ts'
import { hashText, mix, rollBetween } from './prng.ts'
import { readsOf } from './reads.ts'
import { route } from './routing.ts'
import type { Said } from './said.ts'
import { scenarios } from './scenarios.ts'
import type { Scenario, ScenarioName } from './scenarios.ts'
import { advance } from './simulation.ts'
import { truthOf } from './truth.ts'
import type { Truth } from './truth.ts'
import { writesOf } from './writes.ts'

/** One request to the API. */
export type FarmAsk = {
  method: string
  /** Path and query below the API's prefix, still percent-encoded: `/self-serve/try?format=json`. */
  url: string
  /** Names in lower case. */
  headers: Record<string, string>
  body: Uint8Array | string | null
  /** Seconds since epoch; a fraction is welcome. The world never goes back. */
  now: number
}

export type FarmAnswer = {
  status: number
  headers: Record<string, string>
  body: Uint8Array<ArrayBuffer>
  /** Milliseconds the mount should hold the answer back; `never`: no answer at all, as a really dead broker (335). */
  delay: number | 'never'
}

/** A write that came into the log. `path` is below the prefix, encoded, without the query. */
export type JournalEntry = { at: number; method: string; path: string; form: Record<string, string>; user: string }

/** A world is a function of this. `birth` in whole seconds since epoch. */
export type WorldSpec = { scenario: ScenarioName; seed: number; birth: number; journal: readonly JournalEntry[] }

export type FarmOptions = {
  /** Told of every write that came into the log, to be kept as the journal. */
  onWrite?: (entry: JournalEntry) => void
  /** Who asks where no `x-remote-user` header says; null: nobody. The demo's identity by default. */
  user?: string | null
  /** The deployment's prefix, in front of redirects. */
  prefix?: string
}

export type Farm = {
  answer(ask: FarmAsk): FarmAnswer
  /** How many writes reached each endpoint since the farm was made, whatever became of them. */
  writes(): Record<string, number>
  /** What really is, for tests; lets the world go on until `now`. */
  truth(now: number): Truth
  /** This world, with all that was written so far. */
  spec(): WorldSpec
}

const textPlain = 'text/plain; charset=utf8'

export function createFarm(spec: WorldSpec, options: FarmOptions = {}): Farm {
  const scenario: Scenario = scenarios[spec.scenario]
  const { prefix = '/buildapi', user: standing = 'ann@example.com' } = options
  const birth = Math.floor(spec.birth)
  const world = bear(scenario, spec.seed, birth)
  const journal: JournalEntry[] = [...spec.journal]
  const writes: Record<string, number> = {}
  const visits = new Map<string, number>()
  let asked = 0
  let logged = false
  const backend: Backend = {
    ...readsOf(world, scenario.garbage ? badRow : null),
    ...writesOf(world, scenario.broker, () => {
      logged = true
    }),
  }

  const call = (name: EndpointName, ask: Ask<Record<string, string>>): Said => {
    // The route has matched this endpoint's own path, so its values are there; the table can't tell TypeScript so.
    const handler = backend[name] as (ask: Ask<Record<string, string>>) => Said
    return handler(ask)
  }

  for (const entry of journal) {
    advance(world, Math.max(world.now, entry.at))
    const found = route(entry.method, entry.path)
    if (found.kind !== 'endpoint') continue
    call(found.name, { values: found.values, query: new URLSearchParams(), form: entry.form, user: entry.user })
  }

  const whoAsks = (headers: Record<string, string>): string | null => {
    if (scenario.signedOut) return null
    return headers['x-remote-user'] ?? standing
  }

  const say = (ask: FarmAsk, path: string, query: URLSearchParams, fields: Record<string, string>): Formed | null => {
    const plain = (status: number, body: string, location?: string): Formed => ({
      status,
      type: textPlain,
      body,
      cached: true,
      ...(location === undefined ? {} : { location }),
    })
    const method = (query.get('_method') ?? fields['_method'] ?? ask.method).toUpperCase()
    const found = route(method, path)
    const html = 'text/html; charset=utf-8'
    if (found.kind === 'slash') return plain(301, '', found.to)
    if (found.kind === 'root') {
      return { status: 200, type: html, body: dataPage('RelEng Self-Serve API', '', world.now), cached: true }
    }
    if (found.kind === 'none') return { status: 404, type: html, body: abortPage(404, ''), cached: false }
    if (query.getAll('format').length > 1) {
      return { status: 500, type: 'text/plain', body: 'Internal Server Error\n', cached: true }
    }
    const user = whoAsks(ask.headers)
    const writing = routes[found.name].group === 'writes'
    if (writing) writes[found.name] = (writes[found.name] ?? 0) + 1
    logged = false
    const said = call(found.name, { values: found.values, query, form: fields, user })
    if (logged) {
      const entry = { at: world.now, method, path, form: fields, user: user ?? '' }
      journal.push(entry)
      options.onWrite?.(entry)
    }
    if (said.kind === 'silence') return null
    const formed = form(
      said,
      query.get('format'),
      (ask.headers['accept'] ?? '').includes('application/json'),
      world.now,
    )
    if (!scenario.garbage || writing || formed.type !== 'application/json') return formed
    const visit = visits.get(path) ?? 0
    visits.set(path, visit + 1)
    return spoil(formed, visit)
  }

  return {
    answer(ask) {
      advance(world, Math.max(birth, ask.now))
      asked += 1
      const [path = '', ...rest] = ask.url.split('?')
      const fields = readForm(ask.headers['content-type'] ?? '', ask.body)
      const formed = say(ask, path, new URLSearchParams(rest.join('?')), fields)
      if (!formed) return { status: 0, headers: {}, body: new Uint8Array(), delay: 'never' }
      const delay = scenario.delay ?? rollBetween(mix(hashText(path), asked), 1, 4, 40)
      return finish(formed, { head: ask.method === 'HEAD', now: world.now, prefix, delay })
    },
    writes: () => ({ ...writes }),
    truth(now) {
      advance(world, Math.max(birth, now))
      return truthOf(world)
    },
    spec: () => ({ ...spec, journal: [...journal] }),
  }
}

function finish(
  formed: Formed,
  { head, now, prefix, delay }: { head: boolean; now: number; prefix: string; delay: number },
): FarmAnswer {
  const { location } = formed
  const words =
    formed.status === 302
      ? `302 Found\n\nThe resource was found at ${prefix}${location}; you should be redirected automatically.  `
      : formed.body
  const body = typeof words === 'string' ? new TextEncoder().encode(words) : words
  const headers: Record<string, string> = {
    Server: 'PasteWSGIServer/0.5 Python/2.7.18',
    Date: new Date(now * 1000).toUTCString(),
    'Content-Type': formed.type,
    'Content-Length': String(body.byteLength),
  }
  if (!formed.cached) {
    headers['Pragma'] = 'no-cache'
    headers['Cache-Control'] = 'no-cache'
  }
  if (location !== undefined) headers['Location'] = `${prefix}${location}`
  return { status: formed.status, headers, body: head ? new Uint8Array() : body, delay }
}
