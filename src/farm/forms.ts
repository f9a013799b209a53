import { preJson } from './json.ts'
import { abortPage, dataPage, errorPage } from './pages.ts'
import type { Said } from './said.ts'

/** An answer's form: what `format` and `Accept` made of what was said. */
export type Formed = {
  status: number
  type: string
  body: string | Uint8Array<ArrayBuffer>
  cached: boolean
  location?: string
}

const html = 'text/html; charset=utf-8'

const asText = (json: string | Uint8Array<ArrayBuffer>): string =>
  typeof json === 'string' ? json : new TextDecoder().decode(json)

/**
 * The form the caller gets. `format` is the query's ("" when empty, null when missing); `acceptsJson`: the Accept header
 * contains "application/json" anywhere, which only `/self-serve` looks at (contract surprise 1).
 */
export function form(
  said: Exclude<Said, { kind: 'silence' }>,
  format: string | null,
  acceptsJson: boolean,
  now: number,
): Formed {
  if (said.kind === 'abort') {
    return { status: said.status, type: html, body: abortPage(said.status, said.detail), cached: false }
  }
  const { status, family, json, title } = said
  const chosen = format ?? (family !== 'now' && acceptsJson ? 'json' : 'html')
  const cached = family === 'beaker'
  if (chosen === 'json') return { status, type: 'application/json', body: json, cached }
  const page = (body: string): Formed => ({ status, type: html, body, cached })
  const pre = (): string => preJson(asText(json))
  switch (family) {
    case 'refusal':
      return { status, type: html, body: errorPage(status, pre()), cached: false }
    case 'beaker':
    case 'newJob':
      return page(pre())
    case 'job':
      if (chosen !== 'html' || said.location === null) return page(pre())
      return { status: 302, type: 'text/plain; charset=UTF-8', body: '', cached: false, location: said.location }
    case 'now':
      if (chosen === 'html') return page(dataPage(title ?? '', pre(), now))
      return { status: 400, type: html, body: abortPage(400, `Unsupported format: ${chosen}`), cached: false }
    case 'read':
      if (chosen !== 'html') return page('')
      return page(title === null ? pre() : dataPage(title, pre(), now))
  }
}
