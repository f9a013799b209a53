/** The looks a state or result can have: its ink, its glyph and its fill. */
export const looks = [
  'success',
  'warnings',
  'failure',
  'skipped',
  'exception',
  'retry',
  'cancelled',
  'running',
  'pending',
  'unknown',
] as const
export type Look = (typeof looks)[number]

const lookOfWord = new Map<string, Look>([
  ...looks.map((look) => [look, look] as const),
  // The farm ran its request again, as with a retry.
  ['superseded attempt', 'retry'],
  ['superseded', 'skipped'],
  // A request went on to its build, and tells no result.
  ['complete', 'skipped'],
])

/** The look of a state or result word; a word nobody knows (`result 42`) looks unknown, and is still said. */
export const lookOf = (word: string): Look => lookOfWord.get(word) ?? 'unknown'
