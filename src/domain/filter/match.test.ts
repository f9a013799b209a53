import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBuilder } from '../builderName.ts'
import { jobStates } from '../state.ts'
import type { JobState } from '../state.ts'
import { compileFilter } from './compile.ts'
import { parseFilter } from './filter.ts'
import { matchesJob } from './match.ts'
import type { Filterable } from './match.ts'

const failed: Filterable = {
  builder: 'Ubuntu VM 12.04 x64 try debug test mochitest-browser-chrome-2',
  revision: '1a2b3c4d5e6f',
  reason: 'Self-serve: Rebuilt by ann@example.com',
  state: 'finished',
  result: 2,
}
const pending: Filterable = {
  ...failed,
  builder: 'Windows 7 32-bit try talos g1',
  revision: null,
  reason: null,
  state: 'pending',
  result: null,
}
const matches = (text: string, job: Filterable) => matchesJob(parseFilter(text), job)

describe('matchesJob', () => {
  it.each([
    ['', true, true],
    ['MOCHITEST', true, false],
    ['1a2b', true, false],
    ['rebuilt', true, false],
    ['try -talos', true, false],
    ['mochitest talos', false, false],
    ['"x64 try"', true, false],
    ['state:pending', false, true],
    ['state:pending,finished', true, true],
    ['result:failure', true, false],
    ['-result:failure', false, true],
    ['-result:success', true, true],
    ['result:failure,exception -state:running', true, false],
    ['platform:linux64', true, false],
    ['platform:linux', true, false],
    ['platform:windows,osx', false, true],
    ['platform:"Windows 7"', false, true],
    ['-platform:linux64', false, true],
    ['nonsense:1', false, false],
  ])('"%s" keeps the failed job: %s, the pending one: %s', (text, one, other) => {
    expect([matches(text, failed), matches(text, pending)]).toEqual([one, other])
  })
})

describe('compileFilter', () => {
  it('says of every job what matchesJob says', () => {
    const job = fc.record({
      builder: fc.constantFrom(failed.builder, pending.builder, 'clang-ppc64le-rhel', 'b2g_try_flame-kk_dep'),
      revision: fc.constantFrom(null, '1a2b3c4d5e6f', 'ffffffffffff'),
      reason: fc.constantFrom(null, 'scheduler', 'Self-serve: Rebuilt by ann'),
      state: fc.constantFrom<JobState>(...jobStates),
      result: fc.constantFrom(null, 0, 1, 2, 4, 6, 12),
    })
    const clause = fc.constantFrom(
      'try',
      'x64',
      '1a2b',
      'ann',
      'scheduler',
      'state:pending',
      'state:f,r',
      'result:failure',
      'result:12,s',
      'platform:linux',
      'platform:win,other',
      'what:ever',
      '"x64 try"',
    )
    const filters = fc
      .array(fc.tuple(fc.constantFrom('', '-'), clause), { maxLength: 4 })
      .map((list) => list.map((pair) => pair.join('')).join(' '))
    fc.assert(
      fc.property(filters, job, (text, some) => {
        const filter = parseFilter(text)
        const { all, bits, words, builder, state, result } = compileFilter(filter)
        const compiled =
          words(bits(some.builder) | bits(some.revision) | bits(some.reason)) &&
          builder(parseBuilder(some.builder)) &&
          state(jobStates.indexOf(some.state)) &&
          result(some.result)
        expect(compiled).toBe(matchesJob(filter, some))
        expect(all).toBe(filter.clauses.length === 0)
      }),
      { numRuns: 1_000 },
    )
  })

  it('tells as many words apart as a filter may have', () => {
    const list = Array.from({ length: 30 }, (_, i) => `w${i}.`)
    const { bits, words } = compileFilter(parseFilter(list.join(' ')))
    expect(words(bits(list.join(' ')))).toBe(true)
    expect(words(bits(list.slice(0, -1).join(' ')))).toBe(false)
  })
})
