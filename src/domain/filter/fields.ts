import type { BuilderFacts } from '../builderName.ts'
import { shortRevision } from '../revision.ts'
import { jobStates, resultNames } from '../state.ts'

/** What one clause asks of a job. Codes are positions in `jobStates` and the API's result codes. Texts are lower case. */
export type Test = TextTest | CodeTest | FactTest
/** A free word: in the builder's name, the revision or the reason. */
export type TextTest = { readonly on: 'text'; readonly word: string }
export type CodeTest = { readonly on: 'state' | 'result'; readonly codes: readonly number[] }
/** About what the builder's name says, so it can be asked once per builder. */
export type FactTest = { readonly on: 'platform'; readonly values: readonly string[] }

const lower = (values: readonly string[]): string[] =>
  [...new Set(values.map((value) => value.toLowerCase()))].toSorted()

/** A revision in full is cut as lists cut it (contract surprise 35). */
export const textTest = (word: string): TextTest => ({
  on: 'text',
  word: /^[0-9a-f]{40}$/i.test(word) ? shortRevision(word) : word.toLowerCase(),
})

/** The names that a value means: itself, or all that begin with it, so that a filter works while it is typed. */
function codesOf(names: readonly string[], value: string): number[] {
  const exact = names.indexOf(value)
  return exact >= 0 ? [exact] : names.flatMap((name, code) => (name.startsWith(value) ? [code] : []))
}

function codeTest(on: CodeTest['on'], names: readonly string[], values: readonly string[]): CodeTest | null {
  const codes = lower(values).map((value) =>
    on === 'result' && /^\d{1,9}$/.test(value) ? [Number(value)] : codesOf(names, value),
  )
  if (codes.some((some) => some.length === 0)) return null
  return { on, codes: [...new Set(codes.flat())].toSorted((a, b) => a - b) }
}

type Field = {
  /** Null when a value has no meaning here: the clause is then a free word. */
  read: (values: readonly string[]) => Test | null
  /** The values to offer. */
  words: readonly string[]
}

/** Every key of the language. A new key is a row here; a new kind of test stands above, in `match.ts` and in `compile.ts`. */
export const fields: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['state', { read: (values) => codeTest('state', jobStates, values), words: jobStates }],
  ['result', { read: (values) => codeTest('result', resultNames, values), words: resultNames }],
  ['platform', { read: (values) => ({ on: 'platform', values: lower(values) }), words: [] }],
])

/** The values of a clause as they are typed. */
export function valuesOf(test: CodeTest | FactTest): readonly string[] {
  if (test.on === 'platform') return test.values
  const names = test.on === 'state' ? jobStates : resultNames
  return test.codes.map((code) => names[code] ?? String(code))
}

/** Whether a builder has one of the platforms: a key or label that begins so. `linux` is all of Linux. */
export const hasFact = (test: FactTest, facts: BuilderFacts): boolean =>
  test.values.some((value) => facts.platform.startsWith(value) || facts.platformLabel.toLowerCase().startsWith(value))
