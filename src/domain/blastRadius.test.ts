import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { JobList } from '../contract/records.ts'
import type { ListRow } from '../contract/records.ts'
import { bear } from '../farm/birth.ts'
import { cancel, cancelBuild, cancelRevision } from '../farm/cancelling.ts'
import { pushList } from '../farm/lists.ts'
import { shortBranch } from '../farm/lines.ts'
import type { Build, Request } from '../farm/model.ts'
import { buildRow, requestRow } from '../farm/rows.ts'
import { scenarios } from '../farm/scenarios.ts'
import { noon } from '../farm/testCaller.ts'
import type { World } from '../farm/world.ts'
import { requestById } from '../farm/world.ts'
import { jobSample, pendingJob } from './actionSamples.ts'
import { blastRadius, clobbers } from './blastRadius.ts'
import type { BlastRadius, CancelWish } from './blastRadius.ts'
import { jobOfBuild, jobOfRequest } from './job.ts'
import type { Job } from './job.ts'

const jobOf = (row: ListRow): Job => ('build_id' in row ? jobOfBuild(row) : jobOfRequest(row))
const jobsOf = (list: string | null): Job[] => JobList.parse(JSON.parse(list ?? '[]')).map(jobOf)

/** What the day lists of all branches tell of work that is active or has just ended, without their long past. */
const latelyIn = (world: World): Job[] =>
  jobsOf(
    `[${[
      ...world.builds
        .filter((build, at) => world.running.has(build) || at > world.builds.length - 60)
        .map((build) => buildRow(build)),
      ...[...world.pending].map(requestRow),
    ].join(',')}]`,
  )

const request = (requestId: number, how: Partial<Job['requests'][number]> = {}) => ({
  requestId,
  revision: '0123456789ab',
  branch: 'try',
  priority: 0,
  reason: 'scheduler',
  submitted: 900,
  ...how,
})

describe('what a cancel hits', () => {
  it('counts machine time, merged requests of other pushes, clobbered builders and people', () => {
    const job = jobSample({
      builder: 'Linux mozilla-inbound build',
      started: 1_000,
      requests: [
        request(50),
        request(51, { revision: 'ffffffffffff', reason: 'Self-serve: Rebuilt by bob' }),
        request(52, { reason: 'Self-serve: Requested by ann' }),
      ],
    })
    const hit = blastRadius({ kind: 'jobs', jobs: [job] }, [], { now: 1_600 })
    expect(hit.counts).toEqual({ targets: 1, pending: 0, running: 1, refused: 0, merged: 1, elsewhere: 0 })
    expect(hit.machineSecondsLost).toBe(600)
    expect(hit.collateral.merged).toEqual([
      { requestId: 51, revision: 'ffffffffffff', branch: 'try', builder: 'Linux mozilla-inbound build' },
    ])
    expect(hit.collateral.clobbered).toEqual(['Linux mozilla-inbound build'])
    expect(hit.collateral.people).toEqual([
      { who: 'bob', requestIds: [51] },
      { who: 'ann', requestIds: [52] },
    ])
  })

  it('surprise 31: learns from another list which pushes a build of this one also serves', () => {
    const own = jobSample({ key: 'b5', buildId: 5, number: 7, requests: [request(50)] })
    const whole = jobSample({
      key: 'b6',
      buildId: 6,
      number: 7,
      requests: [request(51, { revision: 'f' }), request(50)],
    })
    const blind = blastRadius({ kind: 'jobs', jobs: [own] }, [], { now: 1_000 })
    const seeing = blastRadius({ kind: 'jobs', jobs: [own] }, [whole], { now: 1_000 })
    expect(blind.counts.merged).toBe(0)
    expect(seeing.counts).toMatchObject({ running: 1, merged: 1 })
  })

  it('refuses what is over and what cannot be stopped, with a reason each', () => {
    const over = jobSample({ state: 'finished', ended: 990, result: 0 })
    const release = jobSample({
      key: 'b9',
      buildId: 9,
      number: 9,
      builder: 'release-x_repack_1/6',
      requests: [request(90)],
    })
    const hit = blastRadius({ kind: 'jobs', jobs: [over, release] }, [], { now: 1_000 })
    expect(hit.counts).toMatchObject({ targets: 2, running: 0, refused: 2 })
    expect(hit.refused.map(({ why }) => why)).toEqual([
      'Already finished: there is nothing to cancel',
      expect.stringContaining('does not stop'),
    ])
  })

  it('takes the newer word: what has started since is stopped, what has ended since is refused', () => {
    const asked = pendingJob({ requests: [request(50)] })
    const started = blastRadius({ kind: 'jobs', jobs: [asked] }, [jobSample({ requests: [request(50)] })], {
      now: 1_000,
    })
    expect(started.counts).toMatchObject({ pending: 0, running: 1 })
    const ended = jobSample({ state: 'finished', result: 0, requests: [request(50)] })
    expect(blastRadius({ kind: 'jobs', jobs: [asked] }, [ended], { now: 1_000 }).counts).toMatchObject({ refused: 1 })
  })

  it('surprise 34: of a push, names what other branches lose', () => {
    const rows = [
      pendingJob({ key: 'r1', requests: [request(1, { branch: 'try-linux64-debug-unittest' })] }),
      pendingJob({ key: 'r2', requests: [request(2, { branch: 'try-comm-central' })] }),
      pendingJob({ key: 'r3', requests: [request(3, { branch: 'mozilla-central' })] }),
      pendingJob({ key: 'r4', requests: [request(4, { revision: 'ffffffffffff' })] }),
      pendingJob({ key: 'r5', requests: [request(5, { branch: null })] }),
    ]
    const hit = blastRadius({ kind: 'push', branch: 'try', revision: '0123456789ABCDEF' }, rows, { now: 1_000 })
    expect(hit.pending.map(({ key }) => key)).toEqual(['r1', 'r2'])
    expect(hit.collateral.branches).toEqual([{ branch: 'try-comm-central', jobs: 1 }])
  })

  it.each([
    ['Linux x86-64 mozilla-inbound build', true],
    ['Linux x86-64 try build', false],
    ['b2g_try_emulator_dep', false],
    ['WINNT 5.2 mozilla-central nightly', false],
    ['Windows 7 32-bit fx-team opt test reftest', false],
    ['Linux x86-64 fx-team pgo-build', true],
  ])('stopping %s erases its directory: %s', (builder, erased) => {
    expect(clobbers(builder)).toBe(erased)
  })
})

function requestOf(world: World, job: Job): Request {
  const found = requestById(world, job.requests[0]?.requestId ?? -1)
  if (!found) throw new Error(`no request of ${job.key}`)
  return found
}

/** Requests and builds a world has lost by an act, beside what would have ended in these seconds anyway. */
type Loss = { pending: number[]; builds: Build[] }

function lossOf(world: World, act: () => void): Loss {
  const waiting = [...world.pending]
  const running = [...world.running].map((build) => ({ build, endsAt: build.endsAt }))
  act()
  return {
    pending: waiting.filter((one) => !world.pending.has(one)).map(({ id }) => id),
    builds: running.filter(({ build, endsAt }) => build.endsAt !== endsAt).map(({ build }) => build),
  }
}

const sorted = (ids: Iterable<number>): number[] => [...ids].toSorted((a, b) => a - b)

/** Holds a radius against what the farm lost. A build that ends in the same seconds by itself needs no stopping. */
function expectLoss(world: World, hit: BlastRadius, loss: Loss): void {
  expect(sorted(hit.pending.flatMap(({ requests }) => requests.map(({ requestId }) => requestId)))).toEqual(
    sorted(loss.pending),
  )
  const stopped = new Map(loss.builds.flatMap((build) => build.ids.map((id) => [id, build] as const)))
  const builds = hit.running.map(
    ({ buildId }) => world.rows.find(({ build }) => build.ids.includes(buildId ?? -1))?.build,
  )
  const lasting = builds.filter((build) => build && (stopped.has(build.ids[0] ?? -1) || build.endsAt > world.now + 3))
  expect(new Set(lasting)).toEqual(new Set(loss.builds))
  expect(hit.running).toHaveLength(new Set(builds).size)
}

describe('the radius is what the farm then does', () => {
  const worlds = new Map<number, World>()
  const worldOf = (seed: number): World => {
    const known = worlds.get(seed) ?? bear(scenarios.calm, seed, noon)
    worlds.set(seed, known)
    return known
  }
  beforeAll(() => {
    for (const seed of [1, 2]) worldOf(seed)
  }, 30_000)
  const known = (world: World, branch: string, revision: string): Job[] => [
    ...jobsOf(pushList(world, branch, revision)),
    ...latelyIn(world),
  ]
  const seeds = fc.constantFrom(1, 2)

  it('of a whole push, on any branch, merged builds and leaks included', () => {
    let merged = 0
    fc.assert(
      fc.property(seeds, fc.nat(), fc.boolean(), (seed, pick, merging) => {
        const world = worldOf(seed)
        const active = [...world.pending, ...[...world.running].flatMap(({ requests }) => requests)].filter(
          (one) => one.revision !== null && shortBranch(one.sourceBranch) !== 'Unknown',
        )
        const several = active.filter((one) => (one.builds.at(-1)?.build.requests.length ?? 0) > 1)
        const from = merging && several.length > 0 ? several : active
        const chosen = from[pick % from.length]
        if (!chosen?.revision) return
        const branch = shortBranch(chosen.sourceBranch)
        const wish: CancelWish = { kind: 'push', branch, revision: chosen.revision }
        const hit = blastRadius(wish, known(world, branch, chosen.revision), { now: world.now })
        const loss = lossOf(world, () => cancelRevision(world, branch, chosen.revision ?? ''))
        expectLoss(world, hit, loss)
        const foreign = loss.builds.flatMap(({ requests }) =>
          requests.filter(({ revision }) => revision?.slice(0, 12) !== chosen.revision?.slice(0, 12)),
        )
        expect(sorted(hit.collateral.merged.map(({ requestId }) => requestId))).toEqual(
          expect.arrayContaining(sorted(foreign.map(({ id }) => id))),
        )
        merged += foreign.length
        const lost = loss.builds.reduce((sum, { startAt }) => sum + world.now - startAt, 0)
        expect(hit.machineSecondsLost).toBeGreaterThanOrEqual(lost)
      }),
      { numRuns: 30 },
    )
    expect(merged).toBeGreaterThan(0)
  }, 20_000)

  it('of jobs one by one, by build or by request', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), (seed, picks) => {
        const world = worldOf(seed)
        const rows = latelyIn(world)
        const jobs = [...new Set(picks.flatMap((pick) => rows[pick % rows.length] ?? []))]
        const hit = blastRadius({ kind: 'jobs', jobs }, rows, { now: world.now })
        const done: Job[] = []
        const loss = lossOf(world, () => {
          for (const job of jobs) {
            const { msg } =
              job.buildId === null ? cancel(world, requestOf(world, job)) : cancelBuild(world, job.buildId)
            if (msg.endsWith('Ok')) done.push(job)
          }
        })
        expectLoss(world, hit, loss)
        // The agent has another word than Ok for exactly what was refused beforehand.
        const refused = new Set(hit.refused.map(({ job }) => job.key))
        expect(done.map(({ key }) => key)).toEqual(jobs.map(({ key }) => key).filter((key) => !refused.has(key)))
      }),
      { numRuns: 30 },
    )
  }, 20_000)
})
