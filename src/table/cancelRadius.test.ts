import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blastRadius } from '../domain/blastRadius.ts'
import type { BlastRadius } from '../domain/blastRadius.ts'
import type { Job } from '../domain/job.ts'
import { planFor } from '../domain/propose.ts'
import { sameRevision } from '../domain/revision.ts'
import { bear } from '../farm/birth.ts'
import { cancel, cancelBuild, cancelRevision } from '../farm/cancelling.ts'
import { dayList, pushList } from '../farm/lists.ts'
import type { Build, Request } from '../farm/model.ts'
import { pendingNow, runningNow } from '../farm/nowLists.ts'
import { scenarios } from '../farm/scenarios.ts'
import { advance } from '../farm/simulation.ts'
import { noon } from '../farm/testCaller.ts'
import type { World } from '../farm/world.ts'
import { requestById, rowById } from '../farm/world.ts'
import { serverDate } from '../farm/zone.ts'
import { jobAt } from './jobTable.ts'
import type { JobTable } from './jobTable.ts'
import { jobsAround } from './readings.ts'
import { rowsOfJobs } from './rows.ts'
import { tableOf } from './testLists.ts'

/** The lists as the page has them when a preview is opened: nothing else is known of the farm. */
const todayOf = (world: World, branch: string): JobTable =>
  tableOf(branch, dayList(world, branch, serverDate(world.now), null), {
    pending: pendingNow(world, branch),
    running: runningNow(world, branch),
  })
const pushOf = (world: World, branch: string, revision: string): JobTable =>
  tableOf(branch, pushList(world, branch, revision) ?? '[]')

const activeRows = (table: JobTable): number[] =>
  Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    ['pending', 'running'].includes(jobAt(table, row).state),
  )

/** A stop takes up to three seconds: what ends by itself until then is lost to nobody. */
const lasts = (world: World, build: Build | undefined): build is Build =>
  build !== undefined && build.endsAt > world.now + 3

/** What a frozen world loses by an act: the queue's requests, and builds that would have gone on. */
function lossOf(world: World, act: () => void): { requests: Set<number>; builds: Set<Build> } {
  const waiting = [...world.pending]
  const running = [...world.running]
    .filter((build) => lasts(world, build))
    .map((build) => ({ build, endsAt: build.endsAt }))
  act()
  return {
    requests: new Set(waiting.filter((one) => !world.pending.has(one)).map(({ id }) => id)),
    builds: new Set(running.filter(({ build, endsAt }) => build.endsAt !== endsAt).map(({ build }) => build)),
  }
}

/** Asks the farm for what the preview would ask: whether it did it. */
function cancelled(world: World, job: Job, branch: string): boolean {
  const plan = planFor('cancel', job, branch)?.plan
  if (plan?.kind === 'cancelBuild') return cancelBuild(world, plan.buildId).msg.endsWith('Ok')
  const request = plan?.kind === 'cancelRequest' ? requestById(world, plan.requestId) : undefined
  return request !== undefined && cancel(world, request).msg.endsWith('Ok')
}

const idsOf = (jobs: readonly Job[]): Set<number> =>
  new Set(jobs.flatMap(({ requests }) => requests.map(({ requestId }) => requestId)))
const buildOf = (world: World, job: Job): Build | undefined => rowById(world, job.buildId ?? -1)?.build

const namesOf = (builds: Iterable<Build>): Set<number> => new Set(Array.from(builds, ({ ids }) => ids[0] ?? 0))

type Before = { hit: BlastRadius; lasting: ReadonlySet<Build>; collateral: ReadonlySet<number> }

/** What the preview says, of builds that do not end by themselves while they are stopped. */
function before(world: World, hit: BlastRadius): Before {
  const lasting = new Set(hit.running.map((job) => buildOf(world, job)).filter((build) => lasts(world, build)))
  const served = new Set([...lasting].flatMap(({ requests }) => requests.map(({ id }) => id)))
  const merged = hit.collateral.merged.map(({ requestId }) => requestId)
  return { hit, lasting, collateral: new Set(merged.filter((id) => served.has(id))) }
}

/** Requests of the stopped builds that nobody meant. */
const foreign = (builds: Iterable<Build>, meant: (request: Request, build: Build) => boolean): Set<number> =>
  new Set([...builds].flatMap((build) => build.requests.filter((one) => !meant(one, build)).map(({ id }) => id)))

const worlds = fc.record({
  seed: fc.integer({ min: 1, max: 3 }),
  /** How long the world goes on before somebody looks: seconds. */
  later: fc.nat({ max: 600 }),
  branch: fc.constantFrom('try', 'mozilla-inbound', 'fx-team'),
})

describe('the preview of a cancel is what the farm then does, on a world that is frozen in between', () => {
  const born = new Map<number, World>()
  /** The world goes on from run to run: what was cancelled in one stays so in the next. */
  const worldAt = (seed: number, later: number): World => {
    const world = born.get(seed) ?? bear(scenarios.calm, seed, noon)
    born.set(seed, world)
    advance(world, world.now + later)
    return world
  }

  it('of jobs picked on the queue or on a push: requests gone, builds ended, requests of others', () => {
    let merged = 0
    fc.assert(
      fc.property(
        worlds,
        fc.boolean(),
        fc.array(fc.nat(), { minLength: 1, maxLength: 25 }),
        ({ seed, later, branch }, onPush, picks) => {
          const world = worldAt(seed, later)
          const today = todayOf(world, branch)
          const some = activeRows(today)
          if (some.length === 0) return
          const revision = onPush ? (jobAt(today, some[(picks[0] ?? 0) % some.length] ?? 0).revision ?? null) : null
          const table = revision === null ? today : pushOf(world, branch, revision)
          const all = activeRows(table)
          if (all.length === 0) return
          const jobs = [...new Set(picks.map((pick) => all[pick % all.length] ?? 0))].map((row) => jobAt(table, row))
          const known = [
            ...jobsAround(table, { rows: rowsOfJobs(table, jobs) }),
            ...jobsAround(today, { rows: rowsOfJobs(today, jobs) }),
          ]
          const hit = blastRadius({ kind: 'jobs', jobs, revision }, known, { now: world.now })
          const said = before(world, hit)
          const asked = [...hit.pending, ...hit.running]
          const loss = lossOf(world, () => {
            for (const job of asked) expect(cancelled(world, job, branch)).toBe(true)
            for (const { job } of hit.refused) expect(cancelled(world, job, branch)).toBe(false)
          })
          expect(idsOf(hit.pending)).toEqual(loss.requests)
          expect(namesOf(said.lasting)).toEqual(namesOf(loss.builds))
          expect(asked).toHaveLength(jobs.length - hit.refused.length)
          const own = (request: Request, build: Build) =>
            jobs.some(
              (job) =>
                job.requests.some(({ requestId }) => build.requests.some(({ id }) => id === requestId)) &&
                sameRevision(request.revision, revision ?? job.revision),
            )
          const others = foreign(loss.builds, own)
          expect(said.collateral).toEqual(others)
          merged += others.size
        },
      ),
      { numRuns: 40 },
    )
    expect(merged).toBeGreaterThan(0)
  }, 60_000)

  it('of a whole push, by its own list and that of the day', () => {
    let merged = 0
    fc.assert(
      fc.property(worlds, fc.nat(), ({ seed, later, branch }, pick) => {
        const world = worldAt(seed, later)
        const today = todayOf(world, branch)
        const withRevision = activeRows(today).filter((row) => jobAt(today, row).revision !== null)
        if (withRevision.length === 0) return
        const revision = jobAt(today, withRevision[pick % withRevision.length] ?? 0).revision ?? ''
        const own = pushOf(world, branch, revision)
        const known = [...jobsAround(own, { revision }), ...jobsAround(today, { revision })]
        const said = before(world, blastRadius({ kind: 'push', branch, revision }, known, { now: world.now }))
        const loss = lossOf(world, () => cancelRevision(world, branch, revision))
        expect(idsOf(said.hit.pending)).toEqual(loss.requests)
        expect(namesOf(said.lasting)).toEqual(namesOf(loss.builds))
        const others = foreign(loss.builds, (request) => sameRevision(request.revision, revision))
        expect(said.collateral).toEqual(others)
        merged += others.size
      }),
      { numRuns: 40 },
    )
    expect(merged).toBeGreaterThan(0)
  }, 60_000)
})
