import { fields, textTest, valuesOf } from './fields.ts'
import type { Test } from './fields.ts'
import { quoted, tokensOf } from './tokens.ts'

/** All clauses of a filter must hold; `negate` turns one around. */
export type Clause = { readonly negate: boolean; readonly test: Test }

export type Filter = {
  readonly clauses: readonly Clause[]
  /** Pieces that were not understood as `key:value`, and so count as free words; and free words beyond the limit. */
  readonly unknown: readonly string[]
}

export const NO_FILTER: Filter = { clauses: [], unknown: [] }

/** Free words beyond this are left out: each is one bit of an integer in `compileFilter`. */
export const MAX_WORDS = 30

/**
 * Reads what was typed: free words, `key:value,value` (a comma means or), quotes around blanks, `-` to negate.
 * Every text is a filter. A key still without value asks for nothing yet.
 */
export function parseFilter(text: string): Filter {
  const clauses: Clause[] = []
  const unknown: string[] = []
  let words = 0
  for (const { negate, key, values, source } of tokensOf(text)) {
    const field = key === null ? undefined : fields.get(key)
    if (field && values.length === 0) continue
    const test = field?.read(values) ?? null
    if (test === null) words += 1
    if (test === null && (key !== null || words > MAX_WORDS)) unknown.push(source)
    if (test !== null) clauses.push({ negate, test })
    else if (words <= MAX_WORDS) clauses.push({ negate, test: textTest(key === null ? values.join('') : source) })
  }
  return { clauses, unknown }
}

const formatTest = (test: Test): string =>
  test.on === 'text' ? quoted(test.word) : `${test.on}:${valuesOf(test).map(quoted).join(',')}`

/** The text that reads as these clauses, in one spelling. */
export const formatFilter = (filter: Pick<Filter, 'clauses'>): string =>
  filter.clauses.map(({ negate, test }) => (negate ? '-' : '') + formatTest(test)).join(' ')
