/** One blank-separated piece of a filter's text. */
export type Token = {
  negate: boolean
  /** Lower-case word before the colon; null for a free word. */
  key: string | null
  /** What stands between commas after the colon, without quotes; for a free word one text, commas and all. */
  values: string[]
  /** The piece without `-`, as it was typed. */
  source: string
}

const BLANK = /\s*/y
const KEY = /([a-z]+):/iy
/** A quote that is never closed reaches to the end: the text is read while it is typed. */
const QUOTED = /"((?:[^"\\]|\\.)*)(?:"|\\?$)/sy
const WORD = /\S*/y
const VALUE = /[^\s,]*/y

/** What a sticky pattern finds at `at`: its last group or all of it, and where it ends. */
function take(pattern: RegExp, text: string, at: number): { found: string; end: number } | null {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match && { found: match[1] ?? match[0], end: at + match[0].length }
}

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = take(BLANK, text, 0)?.end ?? 0
  while (at < text.length) {
    const negate = text[at] === '-' && /\S/.test(text[at + 1] ?? '')
    if (negate) at += 1
    const start = at
    const key = take(KEY, text, at)
    if (key) at = key.end
    const values: string[] = []
    for (;;) {
      const inQuotes = take(QUOTED, text, at)
      if (inQuotes) at = inQuotes.end
      const bare = take(key ? VALUE : WORD, text, at)
      if (bare) at = bare.end
      const value = (inQuotes?.found.replaceAll(/\\(.)/gs, '$1') ?? '') + (bare?.found ?? '')
      if (value !== '') values.push(value)
      if (text[at] !== ',') break
      at += 1
    }
    if (key || values.length > 0)
      tokens.push({ negate, key: key?.found.toLowerCase() ?? null, values, source: text.slice(start, at) })
    at = take(BLANK, text, at)?.end ?? text.length
  }
  return tokens
}

/** A text as it must be typed to be read as one value (or one free word). */
export const quoted = (value: string): string =>
  /^[^\s",:\\-][^\s",:\\]*$/.test(value) ? value : `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`
