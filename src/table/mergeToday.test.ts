import { describe, expect, it } from 'vitest'
import { jobAt } from './jobTable.ts'
import type { JobTable } from './jobTable.ts'
import { rowOfKey } from './rows.ts'
import { bodyOf, listBuild, listRequest, pendingItem, runningItem, tableOf } from './testLists.ts'

const jobs = (table: JobTable) => Array.from({ length: table.rows }, (_, row) => jobAt(table, row))
const shown = (table: JobTable) => jobs(table).map((job) => `${job.key} ${job.state}`)
const waits = (...items: unknown[]) => ({ pending: { try: { '0123456789ab': items } } })
const runs = (...items: unknown[]) => ({ running: { try: { '0123456789ab': items } } })

describe('today is the day list with what waits and runs now', () => {
  it('surprise 37: work from before midnight that still waits or runs is there', () => {
    const table = tableOf('try', [listRequest({ request_id: 3 })], {
      pending: waits(pendingItem({ id: 2 })),
      running: runs(runningItem({ id: 10, request_ids: [1] })),
    })
    expect(shown(table).toSorted()).toEqual(['b10 running', 'r2 pending', 'r3 pending'])
  })

  it('surprise 38: a request that waits in the day list and runs by now is running, and keeps what is known of it', () => {
    const table = tableOf(
      'try',
      [listRequest({ request_id: 1, priority: 4, reason: 'downstream', branch: 'try-win32-talos' })],
      {
        pending: waits(),
        running: runs(runningItem({ id: 10, request_ids: [1] })),
      },
    )
    expect(jobs(table)).toMatchObject([
      {
        key: 'b10',
        state: 'running',
        priority: 4,
        reason: 'downstream',
        branch: 'try-win32-talos',
        number: 7,
        started: 1_100,
      },
    ])
    expect(rowOfKey(table, 'r1')).toBe(0)
  })

  it('a build of the day list is not doubled, whichever of its ids is told', () => {
    const requests = [listRequest({ request_id: 1 }), listRequest({ request_id: 2 })]
    const table = tableOf('try', [listBuild({ build_id: 10, buildnumber: 7 }, requests)], {
      running: runs(runningItem({ id: 9, number: 7, request_ids: [1] })),
    })
    expect(shown(table)).toEqual(['b10 running'])
    expect(jobAt(table, 0).requests).toHaveLength(2)
  })

  it('ended anywhere is ended, however late /pending and /running are', () => {
    const ended = listBuild({ endtime: 1_200, status: 0 })
    const table = tableOf('try', [ended], { pending: waits(pendingItem({ id: 1 })), running: runs(runningItem()) })
    expect(shown(table)).toEqual(['b10 finished'])
  })

  it('running beats pending', () => {
    const both = { pending: waits(pendingItem({ id: 1 })), running: runs(runningItem({ request_ids: [1] })) }
    expect(shown(tableOf('try', [], both))).toEqual(['b10 running'])
    expect(shown(tableOf('try', [listBuild()], { pending: waits(pendingItem({ id: 1 })) }))).toEqual(['b10 running'])
  })

  it('surprise 29: a retried request waits beside its ended attempt, and a late /running takes neither away', () => {
    const attempt = listBuild({ endtime: 1_200, status: null, claimed_by_name: null })
    const list = [attempt, listRequest({ request_id: 1 })]
    const late = { pending: waits(pendingItem({ id: 1 })), running: runs(runningItem({ id: 10 })) }
    expect(shown(tableOf('try', list, late))).toEqual(['b10 superseded', 'r1 pending'])
    expect(shown(tableOf('try', [attempt], { pending: waits(pendingItem({ id: 1 })) }))).toEqual([
      'b10 superseded',
      'r1 pending',
    ])
  })

  it('surprise 29: the next attempt is another build, with another number', () => {
    const attempt = listBuild({ endtime: 1_200, status: null, buildnumber: 7 })
    const table = tableOf('try', [attempt], { running: runs(runningItem({ id: 12, number: 8, start_time: 1_300 })) })
    expect(shown(table)).toEqual(['b10 superseded', 'b12 running'])
  })

  it('what is missing from /pending and /running stays until the day list takes it away', () => {
    const list = [listBuild(), listRequest({ request_id: 2 })]
    expect(shown(tableOf('try', list, { pending: waits(), running: runs() }))).toEqual(['b10 running', 'r2 pending'])
  })

  it('surprise 40: id is the request in /pending and the build in /running, and priorities are not told', () => {
    const table = tableOf('try', [], { pending: bodyOf('113'), running: bodyOf('121') })
    const waiting = jobs(table).find((job) => job.key === 'r336')
    expect(waiting).toMatchObject({
      state: 'pending',
      buildId: null,
      priority: null,
      reason: null,
      submitted: 1_795_375_759,
    })
    const running = jobs(table).find((job) => job.key === 'b303')
    expect(running).toMatchObject({
      state: 'running',
      buildId: 303,
      number: 486,
      started: 1_795_374_599,
      claimed: null,
    })
    expect(running?.requests.map((request) => request.requestId)).toEqual([361, 362, 363])
  })

  it("surprise 34: only the branch's own key is taken from answers that match branches loosely", () => {
    const loose = {
      pending: {
        try: { aaaaaaaaaaaa: [pendingItem({ id: 1 })] },
        'try-comm-central': { bbbbbbbbbbbb: [pendingItem({ id: 2 })] },
      },
    }
    expect(shown(tableOf('try', [], { pending: loose }))).toEqual(['r1 pending'])
  })

  it('surprise 35: "Unknown" is no revision', () => {
    const table = tableOf('try', [], { pending: { pending: { try: { Unknown: [pendingItem()] } } } })
    expect(jobAt(table, 0).revision).toBeNull()
  })

  it('the recorded day list of try already has all that /pending and /running tell of it', () => {
    const list = bodyOf('020')
    const alone = tableOf('try', list)
    const together = tableOf('try', list, { pending: bodyOf('113'), running: bodyOf('121') })
    expect(shown(together).toSorted()).toEqual(shown(alone).toSorted())
  })
})
