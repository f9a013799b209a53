import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JobRequest } from '../contract/records.ts'
import { JobList } from '../contract/records.ts'
import { act } from '../farm/agent.ts'
import { bear } from '../farm/birth.ts'
import { logJob } from '../farm/errands.ts'
import { pushList } from '../farm/lists.ts'
import { scenarios } from '../farm/scenarios.ts'
import { advance } from '../farm/simulation.ts'
import { noon } from '../farm/testCaller.ts'
import { jobSample, pendingJob } from './actionSamples.ts'
import { entryOfRebuild, isAskedOf, linkRebuilds, rebuiltBy, resultStrip, stripWords } from './attempts.ts'
import { jobOfBuild, jobOfRequest } from './job.ts'
import type { Job } from './job.ts'

const by = (who: string) => `Self-serve: Rebuilt by ${who}`
/** A row of one request: the work of `actionSamples` unless said otherwise. */
function row(id: number, submitted: number, reason: string, how: Partial<Job> = {}): Job {
  const { revision = '0123456789ab' } = how
  const request = { requestId: id, revision, branch: 'try', priority: 0, reason, submitted }
  return jobSample({ key: `b${id}`, buildId: id, submitted, reason, requests: [request], ...how })
}
const first = row(1, 100, 'scheduler', { state: 'finished', result: 2 })
const asked = (bid: number, when: number, done = 500, who = 'ann'): JobRequest => ({
  action: 'rebuild_build',
  who,
  when,
  what: { bid, priority: 0, count: 1 },
  completed_at: done,
  complete_data: { request_id: 8812, body: { errors: false, msg: 'Ok' } },
})

describe('what was rebuilt', () => {
  it('is linked by builder, revision, reason and time, with who asked', () => {
    const again = row(2, 500, by('ann'))
    const rows = [
      first,
      again,
      row(3, 500, 'scheduler'),
      row(4, 50, by('bob')),
      row(5, 500, by('eve'), { builder: 'x' }),
    ]
    expect(rebuiltBy(first, rows)).toMatchObject([
      { who: 'ann', at: 500, requestIds: [2], jobs: [again], of: [first, rows[2], rows[3]] },
    ])
    expect(rebuiltBy(again, rows)).toEqual([])
    expect(rebuiltBy(row(6, 100, 'scheduler', { revision: 'ffffffffffff' }), rows)).toEqual([])
  })

  it('keeps a count together, and two rebuilds apart', () => {
    const rows = [first, row(2, 500, by('ann')), row(3, 501, by('ann')), row(4, 501, by('bob')), row(5, 900, by('ann'))]
    expect(rebuiltBy(first, rows).map(({ who, requestIds }) => [who, requestIds])).toEqual([
      ['ann', [2, 3]],
      ['bob', [4]],
      ['ann', [5]],
    ])
    expect(rebuiltBy(row(2, 500, by('ann')), rows).map(({ requestIds }) => requestIds)).toEqual([[4], [5]])
  })

  it('of a nightly without revision links the night right before, not all nights', () => {
    const night = (id: number, at: number) => row(id, at, 'scheduler', { revision: null })
    const rows = [night(1, 100), night(2, 200), night(3, 900), row(4, 300, by('ann'), { revision: null })]
    expect([...linkRebuilds(rows).keys()]).toEqual(['b2'])
  })

  it('knows its entry of the log, and the job number once it is done', () => {
    const [rebuild] = rebuiltBy(first, [first, row(2, 500, by('ann'))])
    if (!rebuild) throw new Error('not linked')
    expect(entryOfRebuild(rebuild, [asked(1, 495, 500, 'bob'), asked(9, 495), asked(1, 900)])).toBeNull()
    expect(entryOfRebuild(rebuild, [asked(1, 100), asked(1, 495)])).toMatchObject({
      number: 8812,
      entry: { when: 495 },
    })
  })

  it('is not told of a run that nobody rebuilt, where the log says which was meant', () => {
    const run = row(2, 500, by('bob'))
    const rows = [first, run, row(3, 500, by('bob')), row(4, 500, by('bob')), row(5, 900, by('bob'))]
    const [once, again] = rebuiltBy(first, rows)
    if (!once || !again) throw new Error('not linked')
    expect(rebuiltBy(run, rows)).toEqual([again])
    const log = [asked(1, 880, 901, 'bob'), asked(1, 480, 500, 'bob')]
    expect(isAskedOf(again, run, log)).toBe(false)
    expect([once, again].map((one) => isAskedOf(one, first, log))).toEqual([true, true])
    // Without the entry it is not known which was meant.
    expect(isAskedOf(again, run, [])).toBe(true)
  })

  it('says nothing by a log that was read before it was asked for, nor by an entry that stays open for ever', () => {
    const rows = [first, row(2, 1_000, 'scheduler'), row(3, 2_001, by('ann')), row(4, 9_001, by('ann'))]
    const [, later] = rebuiltBy(first, rows)
    const second = rows[1]
    if (!later || !second) throw new Error('not linked')
    expect(isAskedOf(later, second, [asked(1, 2_000, 2_001)])).toBe(true)
    const orphan = { ...asked(1, 3_000), completed_at: null, complete_data: null }
    expect(isAskedOf(later, second, [asked(2, 9_000, 9_004), orphan])).toBe(true)
    expect(isAskedOf(later, second, [orphan])).toBe(true)
  })

  it('knows two of one person apart by when the agent was done with each', () => {
    const rows = [first, row(2, 200, 'scheduler'), row(3, 500, by('ann')), row(4, 510, by('ann'))]
    const [one, other] = rebuiltBy(first, rows)
    if (!one || !other) throw new Error('not linked')
    const [asFirst, asSecond] = [asked(1, 480, 500), asked(2, 485, 510)]
    expect(entryOfRebuild(one, [asSecond, asFirst])?.entry).toBe(asFirst)
    expect(entryOfRebuild(other, [asSecond, asFirst])?.entry).toBe(asSecond)
    const open = { ...asSecond, completed_at: null, complete_data: null }
    expect(entryOfRebuild(one, [open, asFirst])?.entry).toBe(asFirst)
    expect(entryOfRebuild(other, [open, asFirst])?.entry).toBe(open)
  })
})

describe('the strip of results', () => {
  it('counts runs, what is green, and what is to come', () => {
    const finished = (id: number, result: number) => row(id, 500, by('ann'), { state: 'finished', result })
    const rows = [
      first,
      finished(2, 0),
      finished(3, 2),
      row(4, 500, by('ann')),
      pendingJob({ ...row(5, 500, by('ann')), state: 'pending' }),
    ]
    const [rebuild] = rebuiltBy(first, rows)
    if (!rebuild) throw new Error('not linked')
    const strip = resultStrip(rebuild, 6)
    expect(strip).toMatchObject({ green: 1, done: 2, of: 6, merged: 0 })
    expect(stripWords(strip)).toBe('1 of 6 green, 4 to come')
  })

  it('counts a run once that serves several of the requests, and no attempt that was given back', () => {
    const [a, b] = [row(2, 500, by('ann')), row(3, 500, by('ann'))]
    const merged = { ...a, state: 'finished' as const, result: 0, requests: [...a.requests, ...b.requests] }
    const given = { ...b, key: 'b9', buildId: 9, state: 'superseded' as const, ended: 600, started: 500 }
    const ended = { ...given, key: 'b8', state: 'finished' as const, result: 0 }
    const [rebuild] = rebuiltBy(first, [first, given, merged])
    if (!rebuild) throw new Error('not linked')
    expect(resultStrip(rebuild)).toMatchObject({ runs: [merged], green: 1, done: 1, of: 1, merged: 1 })
    const later = rebuiltBy(first, [first, ended, merged])[0]
    if (!later) throw new Error('not linked')
    expect(resultStrip(later)).toMatchObject({ runs: [merged], green: 1, of: 1 })
  })
})

describe('holds against the farm', () => {
  const world = bear(scenarios.calm, 4, noon)
  const rowsOf = (branch: string, revision: string): Job[] =>
    JobList.parse(JSON.parse(pushList(world, branch, revision) ?? '[]')).map((one) =>
      'build_id' in one ? jobOfBuild(one) : jobOfRequest(one),
    )

  it('finds exactly the requests of a rebuild, and in the end its results', () => {
    let person = 0
    const input = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9_000 }))
    fc.assert(
      fc.property(input, ([pick, count, later]) => {
        const builds = world.builds.filter(
          ({ builder, requests }) => builder.line.name === 'try' && requests.length === 1,
        )
        const build = builds[pick % builds.length]
        const revision = build?.requests[0]?.revision
        if (!build || !revision) return
        const bid = build.ids[0] ?? 0
        const who = `person${(person += 1)}@example.com`
        const before = world.requests.length
        act(world, logJob(world, { action: 'rebuild_build', what: { bid, priority: 0, count } }, who, true))
        const made = world.requests.slice(before)
        advance(world, world.now + later)
        const rows = rowsOf('try', revision)
        const original = rows.find(({ buildId }) => buildId === bid)
        if (!original) throw new Error('the build has left its list')
        const found = rebuiltBy(original, rows).find((rebuild) => rebuild.who === who)
        expect(found?.requestIds).toEqual(made.map(({ id }) => id))
        if (!found) return
        const strip = resultStrip(found, count)
        const runs = new Set(
          // A request that waits again runs anew, whatever it ran in before.
          made.map((request) => (world.pending.has(request) ? request : request.builds.at(-1)?.build)),
        )
        expect(strip.of).toBe(runs.size)
        expect(strip.merged).toBe(count - runs.size)
        const green = new Set(
          made.flatMap(({ results, builds: rowsMade }) => (results === 0 ? [rowsMade.at(-1)?.build] : [])),
        )
        expect(strip.green).toBe(green.size)
        expect(stripWords(strip).startsWith(`${green.size} of ${runs.size} green`)).toBe(true)
      }),
      { numRuns: 30 },
    )
  }, 20_000)
})
