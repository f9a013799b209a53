import { describe, expect, it } from 'vitest'
import { jobAt } from './jobTable.ts'
import { rowOfBuild, rowOfKey, rowOfRequest } from './rows.ts'
import { listBuild, listRequest, tableOf } from './testLists.ts'

const attempt = (build_id: number, starttime: number) =>
  listBuild({ build_id, buildnumber: build_id, starttime, endtime: starttime + 50, status: null }, [
    listRequest({ request_id: 5 }),
  ])

describe('finding rows by what names them', () => {
  it('finds builds and requests, and nothing that is not there', () => {
    const table = tableOf('try', [
      listBuild({ build_id: 12 }, [listRequest({ request_id: 3 })]),
      listRequest({ request_id: 4 }),
    ])
    expect(jobAt(table, rowOfBuild(table, 12) ?? -1).key).toBe('b12')
    expect(rowOfKey(table, 'b12')).toBe(rowOfRequest(table, 3))
    expect(jobAt(table, rowOfKey(table, 'r4') ?? -1).key).toBe('r4')
    for (const key of ['b13', 'b4', 'r12', 'r', '', 'x4', 'b-1']) expect(rowOfKey(table, key)).toBeNull()
    expect(rowOfKey(tableOf('try', []), 'b1')).toBeNull()
  })

  it('finds the build that a request became, so that a selected row stays selected', () => {
    const before = tableOf('try', [listRequest({ request_id: 5 })])
    const after = tableOf('try', [listBuild({ build_id: 20 }, [listRequest({ request_id: 5 })])])
    expect(jobAt(before, rowOfKey(before, 'r5') ?? -1).key).toBe('r5')
    expect(jobAt(after, rowOfKey(after, 'r5') ?? -1).key).toBe('b20')
  })

  it('surprise 29: of several attempts finds the one that counts: waiting or running, else the last', () => {
    const attempts = [attempt(21, 2_000), attempt(20, 1_000)]
    const of = (rows: unknown[]) => {
      const table = tableOf('try', rows)
      return jobAt(table, rowOfKey(table, 'r5') ?? -1).key
    }
    expect(of(attempts)).toBe('b21')
    expect(of(attempts.toReversed())).toBe('b21')
    expect(of([...attempts, listRequest({ request_id: 5 })])).toBe('r5')
    expect(of([...attempts, listBuild({ build_id: 22 }, [listRequest({ request_id: 5 })])])).toBe('b22')
  })

  it('does so for ids beyond 32 bits', () => {
    const big = 2 ** 50
    const table = tableOf('try', [
      listBuild({ build_id: big + 1 }, [listRequest({ request_id: big + 3 })]),
      listBuild({ build_id: big }, [listRequest({ request_id: big + 2 })]),
    ])
    expect(jobAt(table, rowOfBuild(table, big) ?? -1).buildId).toBe(big)
    expect(rowOfRequest(table, big + 3)).toBe(rowOfBuild(table, big + 1))
  })
})
