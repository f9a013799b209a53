import { describe, expect, it } from 'vitest'
import { UserJobs } from '../contract/records.ts'
import type { ListBuild, ListRequest } from '../contract/records.ts'
import { recorded } from '../contract/recorded.ts'
import { isTry, olderPushes } from './olderPushes.ts'

const [OLDEST, OLDER, MINE, NEWER] = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc', 'dddddddddddd']

const request = (request_id: number, revision: string | null, submittime: number): ListRequest => ({
  request_id,
  branch: 'try',
  buildername: 'Linux x86-64 try build',
  revision,
  priority: 0,
  reason: 'scheduler',
  submittime,
  claimed_at: 0,
  complete: 0,
  complete_at: null,
})

const build = (build_id: number, requests: ListRequest[], endtime: number | null = null): ListBuild => ({
  build_id,
  branch: 'try',
  buildername: 'Linux x86-64 try build',
  buildnumber: 1,
  claimed_by_name: 'master1',
  revision: requests[0]?.revision ?? null,
  starttime: 2_000,
  endtime,
  status: endtime === null ? null : 0,
  requests,
})

const mine = { revision: MINE, submitted: 3_000 }
const own = request(9, MINE, 3_000)

describe('older pushes of the same person', () => {
  it('are those that still wait or run, newest first, each with its split', () => {
    const work = {
      builds: [build(1, [request(1, OLDEST, 1_000)], 2_500)],
      running: [build(2, [request(2, OLDEST, 1_001)]), build(3, [request(3, OLDER, 2_000)]), build(4, [own])],
      pending: [request(4, OLDER, 2_001), request(5, OLDER, 2_002)],
    }
    expect(olderPushes(work, mine)).toEqual([
      { revision: OLDER, submitted: 2_000, pending: 2, running: 1 },
      { revision: OLDEST, submitted: 1_000, pending: 0, running: 1 },
    ])
  })

  it('are not newer ones, nor those whose work has ended, nor work without a revision', () => {
    const work = {
      builds: [build(1, [request(1, OLDER, 1_000)], 2_500)],
      running: [build(2, [request(2, NEWER, 4_000)]), build(3, [request(3, null, 1_000)])],
      pending: [own],
    }
    expect(olderPushes(work, mine)).toEqual([])
  })

  it('are unknown where the push looked at is not of that person', () => {
    expect(olderPushes({ builds: [], running: [], pending: [request(1, OLDER, 1_000)] }, mine)).toEqual([])
  })

  it('are as old as the first of their work, also where one build serves several requests of it', () => {
    const work = {
      builds: [],
      running: [build(1, [request(1, OLDER, 1_000), request(2, OLDER, 4_000)])],
      pending: [own],
    }
    expect(olderPushes(work, mine)).toEqual([{ revision: OLDER, submitted: 1_000, pending: 0, running: 1 }])
  })

  it('count a build once for each push it serves, and a request told once for each changeset once', () => {
    const work = {
      builds: [],
      running: [build(1, [request(1, OLDER, 2_000), request(2, OLDER, 2_000), request(3, OLDEST, 1_000), own])],
      pending: [request(4, OLDER, 2_000), request(4, OLDER, 2_000)],
    }
    expect(olderPushes(work, mine)).toEqual([
      { revision: OLDER, submitted: 2_000, pending: 1, running: 1 },
      { revision: OLDEST, submitted: 1_000, pending: 0, running: 1 },
    ])
  })

  it('are read out of a recorded answer', () => {
    const work = UserJobs.parse(recorded('109').response.body)
    const revision = work.builds[0]?.revision ?? ''
    expect(olderPushes(work, { revision, submitted: Infinity }).every((one) => one.revision !== revision)).toBe(true)
  })
})

it('asks only where pushes are of single persons', () => {
  expect(['try', 'try-comm-central'].every(isTry)).toBe(true)
  expect(['mozilla-central', 'tryst', 'mozilla-try'].some(isTry)).toBe(false)
})
