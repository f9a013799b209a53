import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JobList } from '../contract/records.ts'
import { blastRadius } from '../domain/blastRadius.ts'
import { jobOfBuild, jobOfRequest } from '../domain/job.ts'
import { caller } from '../farm/testCaller.ts'
import { jobAt } from './jobTable.ts'
import { attemptsAt, jobsAround, jobsOfBuilder, lastClaims, matrixItems, pendingJobs, waitsOf } from './readings.ts'
import { listBuild, listRequest, pendingItem, tableOf } from './testLists.ts'
import { usualOfBuilder, usualRuns } from './usual.ts'

describe('readings of a table', () => {
  it('give the branch of the list to what only /pending tells', () => {
    const table = tableOf('try', [], { pending: { pending: { try: { '0123456789ab': [pendingItem({ id: 3 })] } } } })
    const [job] = jobsAround(table, { revision: '0123456789abcdef' })
    expect(job).toMatchObject({ key: 'r3', branch: 'try', requests: [{ branch: 'try' }] })
    const push = { kind: 'push', branch: 'try', revision: '0123456789ab' } as const
    expect(blastRadius(push, jobsAround(table, push), { now: 2_000 }).counts.pending).toBe(1)
  })

  it('tell waits, the last claims, and the rows of a builder', () => {
    const claimed = (at: number, id: number) => listRequest({ request_id: id, submittime: 1_000, claimed_at: at })
    const table = tableOf('try', [
      listBuild({ build_id: 10, endtime: 1_500, status: 0 }, [claimed(1_060, 1)]),
      listBuild({ build_id: 11 }, [claimed(1_090, 2)]),
      listBuild({ build_id: 12, endtime: 1_200, status: null }, [claimed(1_400, 3)]),
      listRequest({ request_id: 4, buildername: 'other' }),
    ])
    const name = 'Linux x86-64 try build'
    expect(waitsOf(table, name).map((wait) => wait.claimed - wait.submitted)).toEqual([60, 90])
    expect(waitsOf(table)).toHaveLength(2)
    expect(lastClaims(table)).toEqual(new Map([[name, 1_400]]))
    expect(jobsOfBuilder(table, name)).toHaveLength(3)
    expect(pendingJobs(table).map(({ key }) => key)).toEqual(['r4'])
    expect(matrixItems(table, [3])).toEqual([
      { key: 'r4', builder: 'other', state: 'pending', result: null, submitted: 1_000, started: null, leak: null },
    ])
  })

  it('tell the attempts of the same work, merged or without a revision, and nothing of another push', () => {
    const table = tableOf('try', [
      listBuild({ build_id: 10 }, [listRequest({ request_id: 1 })]),
      listBuild({ build_id: 11 }, [listRequest({ request_id: 2, revision: 'f' }), listRequest({ request_id: 3 })]),
      listRequest({ request_id: 4, revision: 'f' }),
      listRequest({ request_id: 5, buildername: 'other' }),
      listRequest({ request_id: 6, revision: null, buildername: 'other' }),
    ])
    const of = (row: number) => attemptsAt(table, [jobAt(table, row)]).map(({ key }) => key)
    expect(of(0)).toEqual(['b10', 'b11'])
    expect(of(1)).toEqual(['b10', 'b11', 'r4'])
    expect(of(4)).toEqual(['r6'])
  })

  it('tell what is usual for many builders as for each alone', () => {
    const ran = (build_id: number, minutes: number, fields = {}) =>
      listBuild({ build_id, endtime: 1_100 + minutes * 60, status: 0, ...fields }, [
        listRequest({ request_id: build_id, complete: 1 }),
      ])
    const few = { buildername: 'other' }
    const table = tableOf('try', [...[1, 2, 3, 4, 5].map((n) => ran(n, n * 10)), ran(6, 9, few), ran(7, 9, few)])
    const names = ['Linux x86-64 try build', 'other', 'nobody heard of']
    const usual = usualRuns(table, names)
    expect(usual.get('Linux x86-64 try build')).toMatchObject({ p50: 1_800, n: 5 })
    for (const name of names) expect(usual.get(name) ?? null).toEqual(usualOfBuilder(table, name).running)
  })

  const farm = caller({ seed: 3 })
  const list = JobList.parse(farm.json('/self-serve/mozilla-inbound'))
  const table = tableOf('mozilla-inbound', list)
  const everything = list.map((row) => ('build_id' in row ? jobOfBuild(row) : jobOfRequest(row)))

  it('are enough: the radius from the rows around is the radius from all rows', () => {
    const active = everything.filter(({ state }) => state === 'pending' || state === 'running')
    fc.assert(
      fc.property(fc.nat(), fc.uniqueArray(fc.nat(table.rows - 1), { minLength: 1, maxLength: 15 }), (pick, rows) => {
        const revision = active[pick % active.length]?.revision ?? '0123456789ab'
        const push = { kind: 'push', branch: 'mozilla-inbound', revision } as const
        const jobs = { kind: 'jobs', jobs: rows.map((row) => jobAt(table, row)) } as const
        const now = { now: farm.now }
        expect(blastRadius(push, jobsAround(table, push), now).counts).toEqual(
          blastRadius(push, everything, now).counts,
        )
        const near = blastRadius(jobs, jobsAround(table, { rows }), now)
        const whole = blastRadius(jobs, everything, now)
        expect({ ...near.counts, lost: near.machineSecondsLost }).toEqual({
          ...whole.counts,
          lost: whole.machineSecondsLost,
        })
        expect(near.collateral.merged).toEqual(whole.collateral.merged)
      }),
    )
  })
})
