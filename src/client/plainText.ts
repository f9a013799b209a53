const LONGEST = 200
/** More of an error page than this says nothing more. */
const ENOUGH = 20_000

/**
 * What an error body says, as one short line of plain text, or null when it says nothing for a person.
 * Bodies come in three shapes (contract surprise 8): JSON with `msg`, a page of markup, plain text. JSON inside markup
 * occurs too (surprise 3, and `<pre>`). The markup itself is never passed on.
 */
export function plainText(body: string, contentType: string): string | null {
  const start = body.slice(0, ENOUGH)
  const isMarkup = /html|xml/i.test(contentType) || /^\s*</.test(start)
  const text = (isMarkup ? textOf(start) : start)
    // oxlint-disable-next-line no-control-regex -- a damaged answer may hold any byte
    .replace(/[\u0000-\u001f\u007f\s]+/g, ' ')
    .trim()
  const said = /^[{["]/.test(text) ? messageIn(text) : text
  if (!said) return null
  return said.length > LONGEST ? `${said.slice(0, LONGEST - 1).trimEnd()}…` : said
}

function messageIn(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text)
    const msg = typeof value === 'object' && value !== null && 'msg' in value ? value.msg : null
    return typeof msg === 'string' ? msg.trim() : null
  } catch {
    return null
  }
}

const textOf = (markup: string): string =>
  decoded(
    markup
      .replace(/<!--[\s\S]*?-->/g, ' ')
      .replace(/<(head|title|style|script)\b[\s\S]*?<\/\1\s*>/gi, ' ')
      .replace(/<[^>]*>?/g, ' '),
  )

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|(\w{2,6}));/g, (entity, code: string | undefined, name: string | undefined) =>
    code ? String.fromCodePoint(Number(code)) : (NAMED[name ?? ''] ?? entity),
  )
