import { describe, expect, it } from 'vitest'
import { jobAt } from './jobTable.ts'
import type { JobTable } from './jobTable.ts'
import { inheritPushes, pushAt, pushOfRevision, totals } from './push.ts'
import { createTableMaker } from './tableMaker.ts'
import type { Made } from './tableMaker.ts'
import { bodyOf, bytesOf, listBuild, listRequest } from './testLists.ts'

const tableIn = (made: Made): JobTable => {
  if (made.kind !== 'table') throw new Error(`no table: ${made.kind}`)
  return made.table
}
const list = [
  listBuild({ build_id: 2, status: 0, endtime: 1_200 }, [listRequest({ request_id: 2 })]),
  listRequest({ request_id: 1, revision: 'aaaaaaaaaaaa' }),
]

describe('refreshes of one list', () => {
  it('wait for the list, then join what waits and runs', () => {
    const maker = createTableMaker('try')
    expect(maker.feed('pending', bytesOf(bodyOf('113'))).kind).toBe('waiting')
    const table = tableIn(maker.feed('list', bytesOf(list)))
    expect(totals(table).pending).toBeGreaterThan(1)
    expect(totals(tableIn(maker.feed('running', bytesOf(bodyOf('121'))))).running).toBeGreaterThan(0)
  })

  it('say "unchanged" for the same bytes, and for the same rows told in another key order (surprise 38)', () => {
    const maker = createTableMaker('try')
    tableIn(maker.feed('list', bytesOf(list)))
    expect(maker.feed('list', bytesOf(list)).kind).toBe('unchanged')
    const turned = list.map((row) => Object.fromEntries(Object.entries(row).toReversed()))
    expect(maker.feed('list', bytesOf(turned)).kind).toBe('unchanged')
    expect(maker.feed('list', bytesOf([...list, listRequest({ request_id: 3 })])).kind).toBe('table')
  })

  it('keep the pushes that did not change', () => {
    const maker = createTableMaker('try')
    const first = tableIn(maker.feed('list', bytesOf(list)))
    const of = (table: JobTable, revision: string) => pushAt(table, pushOfRevision(table, revision) ?? -1)
    const before = [of(first, '0123456789ab'), of(first, 'aaaaaaaaaaaa')]
    const second = tableIn(
      maker.feed('list', bytesOf([list[0], listRequest({ request_id: 1, revision: 'aaaaaaaaaaaa', priority: 5 })])),
    )
    inheritPushes(second, first)
    expect(of(second, '0123456789ab')).toBe(before[0])
    expect(of(second, 'aaaaaaaaaaaa')).not.toBe(before[1])
    expect(second.version).not.toBe(first.version)
  })

  it.each([
    ['HTML', '<html>'],
    ['a truncated answer', JSON.stringify(list).slice(0, -20)],
    ['an object', '{"msg": "no"}'],
  ])('say why %s cannot be read, and go on from the last good one', (_, body) => {
    const maker = createTableMaker('try')
    tableIn(maker.feed('list', bytesOf(list)))
    expect(maker.feed('list', bytesOf(body))).toMatchObject({ kind: 'unreadable' })
    expect(maker.feed('list', bytesOf(list)).kind).toBe('unchanged')
  })

  it('count rows that could not be read in every source', () => {
    const maker = createTableMaker('try')
    maker.feed('pending', bytesOf({ pending: { try: { aaaaaaaaaaaa: [{ id: 'x' }] } } }))
    const table = tableIn(maker.feed('list', bytesOf([...list, 7])))
    expect(table.dropped).toEqual({ rows: 2, first: 'row 3: it is not an object' })
    expect(jobAt(table, 0).key).toBe('b2')
  })
})
