/** A request that found its endpoint. */
export type Ask<Values> = {
  /** Path values, decoded. */
  values: Values
  query: URLSearchParams
  form: Readonly<Record<string, string>>
  /** Who asks, or null: only writes need it (contract, "CORS and auth"). */
  user: string | null
}

/** The whole number in a text, as Python's `int()` reads it; null where that raises. */
export const readInt = (text: string | null | undefined): number | null =>
  text !== null && text !== undefined && /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : null

/**
 * The fields of a body. Only form-encoded and multipart bodies are read: of any other nothing is (contract surprise 20).
 */
export function readForm(contentType: string, body: Uint8Array | string | null): Record<string, string> {
  if (body === null || body.length === 0) return {}
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  if (contentType.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text))
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(contentType)?.[1]
  if (boundary === undefined) return {}
  const fields: Record<string, string> = {}
  for (const part of text.split(`--${boundary}`)) {
    const [head = '', ...rest] = part.replaceAll('\r\n', '\n').split('\n\n')
    const name = /name="([^"]*)"/.exec(head)?.[1]
    if (name !== undefined) fields[name] = rest.join('\n\n').replace(/\n$/, '')
  }
  return fields
}
