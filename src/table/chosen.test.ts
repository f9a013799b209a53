import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileFilter } from '../domain/filter/compile.ts'
import { parseFilter } from '../domain/filter/filter.ts'
import { matchesJob } from '../domain/filter/match.ts'
import { chosenOf } from './chosen.ts'
import { jobAt, keyAt } from './jobTable.ts'
import { bodyOf, listBuild, listRequest, tableOf } from './testLists.ts'
import { viewOf } from './view.ts'

const day = tableOf('try', bodyOf('020'), { pending: bodyOf('113'), running: bodyOf('121') })
const every = Array.from({ length: day.rows }, (_, row) => keyAt(day, row))
const through = (text: string) => viewOf(day, compileFilter(parseFilter(text)))

describe('what is picked, through the filter', () => {
  it('never exceeds what the filter shows, and loses nothing silently', () => {
    const words = fc.array(
      fc.constantFrom('state:pending', 'state:running', '-state:finished', 'result:failure', 'mochitest', '-opt', 'w'),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(
        fc.subarray(every),
        words,
        fc.array(fc.constantFrom('b1', 'r1', 'x', '')),
        (keys, filter, strange) => {
          const text = filter.join(' ')
          const picked = new Set([...keys, ...strange])
          const { rows, hidden, gone } = chosenOf(day, through(text), picked)
          for (const row of rows) {
            expect(matchesJob(parseFilter(text), jobAt(day, row))).toBe(true)
            expect(picked).toContain(keyAt(day, row))
          }
          expect(rows.length + hidden + gone).toBe(picked.size)
        },
      ),
    )
  })

  it('finds a request in the build it has become, once', () => {
    const before = tableOf('try', [listRequest({ request_id: 7 })])
    const keys = new Set([keyAt(before, 0)])
    const after = tableOf('try', [listBuild({ build_id: 9 }, [listRequest({ request_id: 7, claimed_at: 1_100 })])])
    const all = { has: () => true }
    expect([...chosenOf(after, all, keys).rows].map((row) => keyAt(after, row))).toEqual(['b9'])
    expect(chosenOf(after, all, new Set(['r7', 'b9'])).rows).toHaveLength(1)
    expect(chosenOf(after, all, new Set(['r8'])).gone).toBe(1)
  })
})
