import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileFilter } from '../domain/filter/compile.ts'
import { parseFilter } from '../domain/filter/filter.ts'
import { matchesJob } from '../domain/filter/match.ts'
import { jobAt } from './jobTable.ts'
import type { JobTable } from './jobTable.ts'
import { pushCount, pushOfRevision, rowsOfPush } from './push.ts'
import { bodyOf, listBuild, listRequest, tableOf } from './testLists.ts'
import { viewOf } from './view.ts'

const through = (table: JobTable, text: string) => viewOf(table, compileFilter(parseFilter(text)))

const builders = [
  'Linux x86-64 try build',
  'Windows 7 32-bit try debug test mochitest-1',
  'b2g_try_flame-kk_dep',
  'Ubuntu VM 12.04 x64 try opt test reftest',
]
const revisions = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', null]
const reasons = ['scheduler', 'Self-serve: Rebuilt by bob@example.org']

const request = fc
  .record({
    buildername: fc.constantFrom(...builders),
    revision: fc.constantFrom(...revisions),
    reason: fc.constantFrom(...reasons),
    submittime: fc.integer({ min: 1, max: 9 }),
  })
  .map((fields) => listRequest(fields))
const row = fc.oneof(
  request,
  fc
    .tuple(
      fc.array(request, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(null, 0, 1, 2, 4, 5, 6, 42),
      fc.constantFrom(null, 1_200),
    )
    .map(([requests, status, endtime]) =>
      listBuild(
        {
          status: endtime === null ? null : status,
          endtime,
          revision: requests[0]?.['revision'],
          buildername: requests[0]?.['buildername'],
        },
        requests,
      ),
    ),
)
/** Rows with ids of their own. */
const list = fc.array(row, { maxLength: 40 }).map((rows) =>
  rows.map((fields, at) =>
    'build_id' in fields
      ? {
          ...fields,
          build_id: at,
          requests: fields.requests.map((one, n) => ({ ...Object(one), request_id: at * 10 + n })),
        }
      : { ...fields, request_id: at * 10 },
  ),
)
const filter = fc
  .array(
    fc.constantFrom(
      'linux',
      'MOCHI',
      '-windows',
      'aaaaaaaaaaaa',
      'bob',
      '-bob',
      'state:pending',
      'state:running,finished',
      '-state:superseded',
      'result:failure,exception',
      '-result:success',
      'result:42',
      'platform:linux',
      '-platform:windows',
      'platform:nothing',
    ),
    { maxLength: 4 },
  )
  .map((words) => words.join(' '))

describe('a table through a filter', () => {
  it('shows exactly the jobs that the filter means', () => {
    fc.assert(
      fc.property(list, filter, (rows, text) => {
        const table = tableOf('try', rows)
        const view = through(table, text)
        const wanted = Array.from({ length: table.rows }, (_, at) => matchesJob(parseFilter(text), jobAt(table, at)))
        expect(Array.from({ length: table.rows }, (_, at) => view.has(at))).toEqual(wanted)
        expect(view.shown).toBe(wanted.filter(Boolean).length)
        expect(view.total).toBe(table.rows)
        for (let p = 0; p < pushCount(table); p++) {
          const matching = [...rowsOfPush(table, p)].filter((at) => wanted[at])
          expect([...view.rowsOf(p)]).toEqual(matching)
          expect(view.matchesOf(p)).toBe(matching.length)
          expect([...view.pushes].includes(p)).toBe(matching.length > 0 || parseFilter(text).clauses.length === 0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('names the trouble it leaves out, per push', () => {
    const ended = (build_id: number, status: number) =>
      listBuild({ build_id, status, endtime: 1_200, buildername: `b${status}` }, [
        listRequest({ request_id: build_id }),
      ])
    const table = tableOf('try', [ended(1, 2), ended(2, 4), ended(3, 1), ended(4, 0), ended(5, 2)])
    expect(through(table, 'result:success').outsideOf(0)).toEqual({ failure: 2, exception: 1, warnings: 1 })
    expect(through(table, '-result:exception').outsideOf(0)).toEqual({ failure: 0, exception: 1, warnings: 0 })
    expect(through(table, '').outsideOf(0)).toEqual({ failure: 0, exception: 0, warnings: 0 })
  })

  it('surprise 31: a merged build is shown in each of its pushes and counted once', () => {
    const table = tableOf('mozilla-inbound', bodyOf('021'))
    const view = through(table, 'jsreftest "Windows XP" state:finished')
    expect(view.shown).toBe(1)
    for (const revision of ['0cb9b51e82ce', '1b9645e71bb4', 'c5fd961c9f73']) {
      expect(view.matchesOf(pushOfRevision(table, revision) ?? -1)).toBe(1)
    }
  })
})
