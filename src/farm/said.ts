/**
 * What an endpoint says, before its form is chosen. Families differ in what they make of `format`
 * (contract surprises 1, 5, 14) and in caching headers (7).
 *
 * - `read`: JSON; HTML is a `<pre>`, or a page where it has a title; any other format is 200 and empty
 * - `beaker`: JSON; anything else is a `<pre>`; no caching headers
 * - `now`: JSON or a page; any other format is 400
 * - `job`: JSON; HTML is a redirect to the job; any other format a `<pre>`
 * - `newJob`: JSON; anything else a `<pre>`
 * - `refusal`: JSON; anything else the error page with a `<pre>` inside
 */
export type Family = 'read' | 'beaker' | 'now' | 'job' | 'newJob' | 'refusal'

export type Said =
  | {
      kind: 'data'
      status: number
      family: Family
      json: string | Uint8Array<ArrayBuffer>
      title: string | null
      /** Below the API's prefix; where HTML is redirected to. */
      location: string | null
    }
  | { kind: 'abort'; status: 400 | 403 | 404 | 500; detail: string }
  | { kind: 'silence' }

export const data = (family: Family, json: string | Uint8Array<ArrayBuffer>, title: string | null = null): Said => ({
  kind: 'data',
  status: 200,
  family,
  json,
  title,
  location: null,
})

export const refuse = (status: 400 | 404 | 503, msg: string): Said => ({
  kind: 'data',
  status,
  family: status === 503 ? 'job' : 'refusal',
  json:
    status === 503
      ? `{"status": "FAILED", "msg": ${JSON.stringify(msg)}}`
      : `{"msg": ${jsonOf(msg)}, "status": "FAILED"}`,
  title: null,
  location: null,
})

const jsonOf = (text: string): string =>
  JSON.stringify(text).replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

export const abort = (status: 400 | 403 | 404 | 500, detail = ''): Said => ({ kind: 'abort', status, detail })
