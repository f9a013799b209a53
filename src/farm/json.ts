/** JSON as Python's `json.dumps` writes it: ASCII only, ", " and ": " (contract surprise 7). */

const escapeUnits = (text: string): string =>
  text.replaceAll(/[^\x20-\x7e\n]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

export const jsonText = (text: string): string => escapeUnits(JSON.stringify(text))

export function pythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([key, field]) => `${jsonText(key)}: ${pythonJson(field)}`)
    return `{${fields.join(', ')}}`
  }
  return typeof value === 'string' ? jsonText(value) : JSON.stringify(value)
}

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')

/** The server's HTML of a value: its JSON, indented, in a `<pre>`. */
export const preJson = (json: string): string => {
  const value: unknown = JSON.parse(json)
  return `<pre>${escapeHtml(escapeUnits(JSON.stringify(value, null, 2)))}</pre>`
}
