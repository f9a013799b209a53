import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatFilter, MAX_WORDS, parseFilter } from './filter.ts'

const clauses = (text: string) => parseFilter(text).clauses
const text = (word: string, negate = false) => ({ negate, test: { on: 'text', word } })

describe('parseFilter', () => {
  it('reads free words, in lower case', () => {
    expect(clauses('  Mochitest   linux ')).toEqual([text('mochitest'), text('linux')])
    expect(clauses('')).toEqual([])
  })

  it('reads quotes, also one still open', () => {
    expect(clauses('"Windows 7" x')).toEqual([text('windows 7'), text('x')])
    expect(clauses('"Windows 7 x')).toEqual([text('windows 7 x')])
    expect(clauses(String.raw`"say \"hi\""`)).toEqual([text('say "hi"')])
  })

  it('reads a negation, and a lone dash as a word', () => {
    expect(clauses('-talos -"web platform"')).toEqual([text('talos', true), text('web platform', true)])
    expect(clauses('a - b')).toEqual([text('a'), text('-'), text('b')])
  })

  it('reads states, results by word or number, and platforms; a comma means or', () => {
    expect(clauses('state:pending,RUNNING')).toEqual([{ negate: false, test: { on: 'state', codes: [0, 1] } }])
    expect(clauses('-result:exception,failure,12')).toEqual([
      { negate: true, test: { on: 'result', codes: [2, 4, 12] } },
    ])
    expect(clauses('platform:"Windows 7",linux64')).toEqual([
      { negate: false, test: { on: 'platform', values: ['linux64', 'windows 7'] } },
    ])
  })

  it('follows a value while it is typed', () => {
    expect(clauses('state:')).toEqual([])
    expect(clauses('state:pen')).toEqual(clauses('state:pending'))
    expect(clauses('result:s')).toEqual(clauses('result:success,skipped,superseded'))
    expect(clauses('result:success')).toEqual([{ negate: false, test: { on: 'result', codes: [0] } }])
  })

  it('takes what it does not know as free words, and says so', () => {
    expect(parseFilter('owner:ann state:blue x')).toEqual({
      clauses: [text('owner:ann'), text('state:blue'), text('x')],
      unknown: ['owner:ann', 'state:blue'],
    })
  })

  it('cuts a full revision as lists do', () => {
    expect(clauses('4197F5D83381787bd4639867c8997940a24a0832')).toEqual([text('4197f5d83381')])
  })

  it('names the words it leaves out', () => {
    const many = parseFilter(Array.from({ length: MAX_WORDS + 2 }, (_, i) => `w${i}`).join(' '))
    expect(many.clauses).toHaveLength(MAX_WORDS)
    expect(many.unknown).toEqual([`w${MAX_WORDS}`, `w${MAX_WORDS + 1}`])
  })
})

describe('formatFilter', () => {
  it('writes one spelling', () => {
    expect(formatFilter(parseFilter('STATE:run   -"a b"  result:4,failure platform:"OS X 10.10" x:y'))).toBe(
      'state:running -"a b" result:failure,exception platform:"os x 10.10" "x:y"',
    )
  })

  it('reads back as the same clauses, whatever was typed', () => {
    const piece = fc.constantFrom(
      '-',
      '"',
      ',',
      ':',
      ' ',
      '\\',
      'state:',
      'result:',
      'platform:',
      'pending',
      'f',
      '7',
      'İ',
      'ß',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(typed, (any) => {
        const filter = parseFilter(any)
        const again = parseFilter(formatFilter(filter))
        expect(again.clauses).toEqual(filter.clauses)
        expect(formatFilter(again)).toBe(formatFilter(filter))
      }),
      { numRuns: 500 },
    )
  })
})
