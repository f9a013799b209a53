import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkRebuilds } from '../domain/attempts.ts'
import { jobAt } from './jobTable.ts'
import { rebuildsOf } from './rebuilds.ts'
import { listBuild, listRequest, tableOf } from './testLists.ts'

const rebuilt = 'Self-serve: Rebuilt by ann@example.org'

describe('what was rebuilt', () => {
  it('is told on the row it began from, and on no other work', () => {
    const table = tableOf('try', [
      listBuild({ build_id: 1, endtime: 1_200, status: 2 }, [listRequest({ request_id: 1 })]),
      listBuild({ build_id: 2, endtime: 1_200, status: 2, buildername: 'b' }, [
        listRequest({ request_id: 2, buildername: 'b' }),
      ]),
      listRequest({ request_id: 3, submittime: 1_300, reason: rebuilt }),
      listRequest({ request_id: 4, submittime: 1_300, reason: rebuilt }),
    ])
    const [rebuild] = rebuildsOf(table).get('b1') ?? []
    expect(rebuild).toMatchObject({ who: 'ann@example.org', at: 1_300, requestIds: [3, 4] })
    expect(rebuildsOf(table).has('b2')).toBe(false)
    expect(rebuildsOf(table)).toBe(rebuildsOf(table))
  })

  it('is what all rows together would tell', () => {
    const request = fc.record({
      buildername: fc.constantFrom('a', 'b'),
      revision: fc.constantFrom('aaaaaaaaaaaa', 'bbbbbbbbbbbb', null),
      reason: fc.constantFrom('scheduler', rebuilt, 'Self-serve: Requested by bob'),
      submittime: fc.integer({ min: 1_000, max: 1_010 }),
    })
    fc.assert(
      fc.property(fc.array(request, { maxLength: 12 }), (requests) => {
        const table = tableOf(
          'try',
          requests.map((fields, at) => listRequest({ ...fields, request_id: at + 1 })),
        )
        const all = Array.from({ length: table.rows }, (_, row) => jobAt(table, row))
        expect(rebuildsOf(table)).toEqual(linkRebuilds(all))
      }),
    )
  })
})
