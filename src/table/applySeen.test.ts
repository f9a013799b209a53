import { describe, expect, it } from 'vitest'
import { jobAt } from './jobTable.ts'
import type { JobTable } from './jobTable.ts'
import { listBuild, listRequest, pendingItem, runningItem, tableOf } from './testLists.ts'

const jobs = (table: JobTable) => Array.from({ length: table.rows }, (_, row) => jobAt(table, row))
const ended = { builds: [{ id: 10, ended: 1_500, status: 4 }], gone: [] }
const running = { running: { try: { '0123456789ab': [runningItem({ id: 10, request_ids: [1] })] } } }

describe('surprise 38: what was seen of a job itself, while the cached list still tells the time before', () => {
  it('a build that was seen to have ended is ended, with its result', () =>
    expect(jobs(tableOf('try', [listBuild()], { seen: ended }))).toMatchObject([
      { key: 'b10', state: 'finished', result: 4, ended: 1_500 },
    ]))

  it('so is one that only /running told', () =>
    expect(jobs(tableOf('try', [], { running, seen: ended }))).toMatchObject([{ key: 'b10', state: 'finished' }]))

  it('ended without a result, its request is run again (surprise 29)', () =>
    expect(
      jobs(tableOf('try', [listBuild()], { seen: { builds: [{ id: 10, ended: 1_500, status: null }], gone: [] } })),
    ).toMatchObject([{ state: 'superseded', result: null }]))

  it('what the list has ended by itself keeps the list’s word', () =>
    expect(jobs(tableOf('try', [listBuild({ endtime: 1_200, status: 0 })], { seen: ended }))).toMatchObject([
      { state: 'finished', result: 0, ended: 1_200 },
    ]))

  it('surprise 30: a request cancelled before it started leaves the day list and /pending', () => {
    const pending = { pending: { try: { '0123456789ab': [pendingItem({ id: 1 }), pendingItem({ id: 2 })] } } }
    const table = tableOf('try', [listRequest({ request_id: 1 })], { pending, seen: { builds: [], gone: [1] } })
    expect(jobs(table).map((job) => job.key)).toEqual(['r2'])
  })
})
