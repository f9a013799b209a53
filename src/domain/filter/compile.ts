import type { BuilderFacts } from '../builderName.ts'
import { hasFact } from './fields.ts'
import type { CodeTest, FactTest, TextTest } from './fields.ts'
import type { Filter } from './filter.ts'

/**
 * A filter taken apart so that a table asks once per distinct text, builder, state and result, and then only combines
 * integers per row. A row matches when `builder`, `state` and `result` say so for its values and
 * `words(bits(builder) | bits(revision) | bits(reason))` does.
 */
export type CompiledFilter = {
  /** Nothing is asked: every row matches. */
  all: boolean
  /** Bit n is set when the text holds the nth free word. */
  bits: (text: string | null) => number
  words: (bits: number) => boolean
  builder: (facts: BuilderFacts) => boolean
  /** Of a state's code, its position in `jobStates`. */
  state: (code: number) => boolean
  result: (result: number | null) => boolean
}

export function compileFilter(filter: Filter): CompiledFilter {
  const texts: TextTest[] = []
  let wanted = 0
  let refused = 0
  const facts: { negate: boolean; test: FactTest }[] = []
  const codes: { negate: boolean; on: CodeTest['on']; codes: ReadonlySet<number> }[] = []
  for (const { negate, test } of filter.clauses) {
    if (test.on === 'text') {
      const bit = 1 << texts.length
      texts.push(test)
      if (negate) refused |= bit
      else wanted |= bit
    } else if (test.on === 'platform') facts.push({ negate, test })
    else codes.push({ negate, on: test.on, codes: new Set(test.codes) })
  }
  const states = codes.filter(({ on }) => on === 'state')
  const results = codes.filter(({ on }) => on === 'result')
  return {
    all: filter.clauses.length === 0,
    bits: (text) => {
      if (text === null || texts.length === 0) return 0
      const low = text.toLowerCase()
      return texts.reduce((bits, { word }, n) => (low.includes(word) ? bits | (1 << n) : bits), 0)
    },
    words: (bits) => (bits & wanted) === wanted && (bits & refused) === 0,
    builder: (known) => facts.every(({ negate, test }) => hasFact(test, known) !== negate),
    state: (code) => states.every(({ negate, codes: some }) => some.has(code) !== negate),
    result: (result) => results.every(({ negate, codes: some }) => (result !== null && some.has(result)) !== negate),
  }
}
