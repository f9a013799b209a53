import { describe, expect, it } from 'vitest'
import { JobList, ListRow } from '../contract/records.ts'
import type { ListBuild, ListRequest } from '../contract/records.ts'
import { recordings } from '../contract/recorded.ts'
import { read, s } from '../contract/schema.ts'
import { jobOfBuild, jobOfRequest } from '../domain/job.ts'
import { jobAt } from './jobTable.ts'
import type { JobTable } from './jobTable.ts'
import { leakAt, pushAt, pushCount, pushOfRevision, rowsOfPush, totals } from './push.ts'
import { rowOfBuild, rowOfKey, rowOfRequest } from './rows.ts'
import { bodyOf, listBuild, listRequest, tableOf } from './testLists.ts'

const jobs = (table: JobTable) => Array.from({ length: table.rows }, (_, row) => jobAt(table, row))
const found = (row: number | null): number => {
  if (row === null) throw new Error('not in the table')
  return row
}
const buildIn = (table: JobTable, build: number) => jobAt(table, found(rowOfBuild(table, build)))
const pushOf = (table: JobTable, revision: string | null) => pushAt(table, found(pushOfRevision(table, revision)))

const isBuild = (row: ListBuild | ListRequest): row is ListBuild => 'build_id' in row
const lists = recordings.filter(
  ({ request, response }) =>
    /^\/self-serve\/[^/]+(\/rev\/[^/]+)?\?/.test(request.path) &&
    Array.isArray(response.body) &&
    read(JobList, response.body).ok,
)

describe('a table says of every recorded list what its rows say', () => {
  it('has recordings to look at', () => expect(lists.length).toBeGreaterThan(20))
  for (const { file, response } of lists) {
    it(file, () => {
      const rows = s.parse(s.array(ListRow), response.body)
      const table = tableOf('try', response.body)
      expect(jobs(table)).toEqual(rows.map((row) => (isBuild(row) ? jobOfBuild(row) : jobOfRequest(row))))
      expect(table.dropped).toEqual({ rows: 0, first: null })
    })
  }
})

describe('reading lists', () => {
  it('surprise 26: one flat list of builds and pending requests, told apart by their ids', () => {
    const table = tableOf('try', bodyOf('073'))
    const keys = jobs(table).map((job) => job.key[0])
    expect(new Set(keys)).toEqual(new Set(['b', 'r']))
    expect(totals(table).pending).toBe(keys.filter((key) => key === 'r').length)
  })

  it('surprise 27: claimed_at 0 is pending, and nobody has claimed it', () => {
    const table = tableOf('try', [listRequest({ claimed_at: 0 })])
    expect(jobAt(table, 0)).toMatchObject({ state: 'pending', claimed: null, result: null })
  })

  it('surprise 28: results without a name are kept and counted apart', () => {
    const ended = { endtime: 1_200, claimed_by_name: 'm' }
    const table = tableOf('try', [
      listBuild({ build_id: 3, status: 6, ...ended }, [listRequest({ request_id: 3 })]),
      listBuild({ build_id: 4, status: 7, ...ended }, [listRequest({ request_id: 4 })]),
      listBuild({ build_id: 5, status: 42, ...ended }, [listRequest({ request_id: 5 })]),
    ])
    expect(jobs(table).map((job) => job.result)).toEqual([6, 7, 42])
    expect(totals(table)).toMatchObject({ cancelled: 1, superseded: 1, other: 1 })
  })

  it('surprise 29: a retried build has ended without a result, and its request waits again', () => {
    const table = tableOf('mozilla-central', bodyOf('087'))
    expect(buildIn(table, 306)).toMatchObject({ state: 'superseded', result: null, master: null, claimed: null })
    expect(jobAt(table, found(rowOfRequest(table, 365)))).toMatchObject({ key: 'r365', state: 'pending' })
    expect(buildIn(table, 305).state).toBe('superseded')
    expect(jobAt(table, found(rowOfKey(table, 'r364')))).toMatchObject({ key: 'b304', state: 'running' })
  })

  it('surprise 31: a merged build is one job that serves several requests', () => {
    const table = tableOf('try', bodyOf('020'))
    expect(buildIn(table, 303).requests.map((request) => request.requestId)).toEqual([363, 362, 361])
    for (const request of [361, 362, 363]) expect(rowOfRequest(table, request)).toBe(rowOfBuild(table, 303))
  })

  it('surprise 31: merged over revisions, it stands in every push it serves and counts once', () => {
    const table = tableOf('mozilla-inbound', bodyOf('021'))
    const row = found(rowOfBuild(table, 300))
    for (const revision of ['0cb9b51e82ce', '1b9645e71bb4', 'c5fd961c9f73']) {
      expect([...rowsOfPush(table, found(pushOfRevision(table, revision)))]).toContain(row)
    }
    const counted = Object.values(totals(table)).reduce((sum, count) => sum + count, 0)
    const inPushes = Array.from({ length: pushCount(table) }, (_, p) => pushAt(table, p).rows)
    expect(counted).toBe(table.rows)
    expect(inPushes.reduce((sum, count) => sum + count, 0)).toBe(table.rows + 2)
  })

  it('surprise 32: a request repeated inside a build counts once', () => {
    const table = tableOf('try', [listBuild({}, [listRequest(), listRequest(), listRequest()])])
    expect(jobAt(table, 0).requests).toHaveLength(1)
  })

  it('surprise 34: the work of another branch that the server lets in is marked, tests of the own are not', () => {
    const leaked = tableOf('try', bodyOf('089'))
    expect(leakAt(leaked, 0)).toBe('try-comm-central')
    expect(pushAt(leaked, 0).leak).toBe('try-comm-central')
    const own = tableOf('try', bodyOf('073'))
    for (let row = 0; row < own.rows; row++) expect(leakAt(own, row)).toBeNull()
    expect(pushAt(own, 0).leak).toBeNull()
  })

  it('surprise 35: revisions of 12 and of 40 characters are one push, and none is a group of its own', () => {
    const long = '0123456789ABcdef0123456789abcdef01234567'
    const table = tableOf('try', [
      listRequest({ request_id: 1 }),
      listRequest({ request_id: 2, revision: long }),
      listRequest({ request_id: 3, revision: null }),
    ])
    expect(pushCount(table)).toBe(2)
    expect(pushOf(table, '0123456789ab').rows).toBe(2)
    expect(pushOf(table, null).rows).toBe(1)
  })

  it('surprise 44: times with a fraction stay exact', () => {
    const table = tableOf('try', [
      listBuild({ starttime: 1_795_369_399.25 }, [listRequest({ submittime: 1_795_369_390.5 })]),
    ])
    expect(jobAt(table, 0)).toMatchObject({ started: 1_795_369_399.25, submitted: 1_795_369_390.5 })
  })
})

describe('a list with a row that fits no schema', () => {
  it('leaves it out, counts it and names the first misfit', () => {
    const bad = listBuild({ build_id: 11 }, [listRequest({ priority: 'high' })])
    const table = tableOf('try', [listBuild(), bad, { hello: 1 }, listRequest({ request_id: 2 })])
    expect(jobs(table).map((job) => job.key)).toEqual(['b10', 'r2'])
    expect(table.dropped).toEqual({ rows: 2, first: 'row 2: requests.0.priority is not a number' })
  })
})

describe('pushes', () => {
  it('stand newest first by the earliest submit time of their work, "No revision" last', () => {
    const table = tableOf('try', [
      listRequest({ request_id: 1, revision: 'aaaaaaaaaaaa', submittime: 100 }),
      listRequest({ request_id: 2, revision: 'aaaaaaaaaaaa', submittime: 900 }),
      listRequest({ request_id: 3, revision: 'bbbbbbbbbbbb', submittime: 500 }),
      listRequest({ request_id: 4, revision: null, submittime: 990 }),
    ])
    const pushes = Array.from({ length: pushCount(table) }, (_, p) => pushAt(table, p))
    expect(pushes.map((push) => [push.revision, push.submitted])).toEqual([
      ['bbbbbbbbbbbb', 500],
      ['aaaaaaaaaaaa', 100],
      [null, 990],
    ])
  })

  it('have their rows worst first, then by name', () => {
    const ended = (build_id: number, buildername: string, status: number) =>
      listBuild({ build_id, buildername, status, endtime: 1_200 }, [listRequest({ request_id: build_id, buildername })])
    const table = tableOf('try', [
      ended(1, 'b', 0),
      ended(2, 'z', 2),
      ended(3, 'a', 2),
      listRequest({ request_id: 9 }),
      ended(4, 'a', 0),
    ])
    expect([...rowsOfPush(table, 0)].map((row) => jobAt(table, row).key)).toEqual(['b3', 'b2', 'r9', 'b4', 'b1'])
  })

  it('know when their last job ended', () => {
    const table = tableOf('try', [
      listBuild({ build_id: 1, status: 0, endtime: 1_300 }, [listRequest({ request_id: 1 })]),
      listBuild({ build_id: 2, status: 0, endtime: 1_200 }, [listRequest({ request_id: 2 })]),
      listBuild({ build_id: 3 }, [listRequest({ request_id: 3 })]),
    ])
    expect(pushAt(table, 0)).toMatchObject({ rows: 3, lastEnd: 1_300, counts: { success: 2, running: 1 } })
    expect(pushAt(tableOf('try', [listRequest()]), 0).lastEnd).toBeNull()
  })
})
