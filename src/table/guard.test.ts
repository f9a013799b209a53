import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ListBuild, ListRequest, PendingItem, RunningItem } from '../contract/records.ts'
import { read } from '../contract/schema.ts'
import type { Schema } from '../contract/schema.ts'
import { misfitOfBuild, misfitOfPending, misfitOfRequest, misfitOfRunning } from './guard.ts'
import type { Misfit } from './guard.ts'

const request = {
  request_id: 1,
  branch: 'try',
  buildername: 'Linux try build',
  revision: '0123456789ab',
  priority: 0,
  reason: 'scheduler',
  submittime: 1,
  claimed_at: 0,
  complete: 0,
  complete_at: null,
}
const build = {
  build_id: 1,
  branch: 'try',
  buildername: 'Linux try build',
  buildnumber: 3,
  claimed_by_name: 'master',
  revision: null,
  starttime: 1.5,
  endtime: null,
  status: null,
  requests: [request],
}
const pending = { id: 1, buildername: 'x', submitted_at: 4 }
const running = {
  id: 1,
  buildername: 'x',
  claimed_by_name: null,
  last_heartbeat: null,
  number: null,
  request_ids: [4],
  revision: null,
  start_time: 1,
  submitted_at: 1,
}

/** Values that JSON can hold, those that break rows above all. */
const odd = fc.oneof(
  fc.constantFrom(null, true, '', 'x', 0, -1, 1.5, 2 ** 53, Infinity, [], {}, [1], ['1'], [request], [{}]),
  fc.jsonValue(),
)

/** A good row with some fields replaced, taken away or added; or anything at all. */
function broken(good: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> {
  const field = fc.constantFrom(...Object.keys(good), 'another')
  const edits = fc.array(fc.tuple(field, fc.option(odd, { nil: undefined })), { maxLength: 2 })
  const edited = edits.map((list) => {
    const row: Record<string, unknown> = { ...good }
    for (const [name, value] of list) {
      if (value === undefined) delete row[name]
      else row[name] = value
    }
    return row
  })
  return fc.oneof({ weight: 9, arbitrary: edited }, { weight: 1, arbitrary: odd })
}

const merged = broken(request).map((inner) => ({ ...build, requests: [request, inner] }))

describe('the hand-written guard takes exactly what the schema takes', () => {
  const cases: [string, Schema, (value: unknown) => Misfit, fc.Arbitrary<unknown>][] = [
    ['request', ListRequest, misfitOfRequest, broken(request)],
    ['build', ListBuild, misfitOfBuild, fc.oneof(broken(build), merged)],
    ['pending item', PendingItem, misfitOfPending, broken(pending)],
    ['running item', RunningItem, misfitOfRunning, broken(running)],
  ]
  for (const [name, schema, misfitOf, rows] of cases) {
    it(name, () => {
      fc.assert(
        fc.property(rows, (row) => {
          expect(misfitOf(row) === null).toBe(read(schema, row).ok)
        }),
        { numRuns: 2000 },
      )
    })
  }

  it('names the field that does not fit', () => {
    expect(misfitOfRequest({ ...request, priority: '3' })).toBe('priority is not a number')
    expect(misfitOfBuild({ ...build, requests: [request, { ...request, revision: 7 }] })).toBe(
      'requests.1.revision is not text or null',
    )
    expect(misfitOfRunning({ ...running, request_ids: [1, null] })).toBe('request_ids.1 is not a whole number')
  })
})
