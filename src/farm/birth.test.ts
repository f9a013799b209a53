import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JobList } from '../contract/records.ts'
import { bear } from './birth.ts'
import { newCatalogue } from './builderCatalogue.ts'
import { scenarios } from './scenarios.ts'
import { caller, noon } from './testCaller.ts'

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0

describe('at birth, whatever the seed and the hour', () => {
  const births = fc.record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    birth: fc.integer({ min: noon - 12 * 3600, max: noon + 12 * 3600 - 1 }),
  })

  it('a calm try has enough of everything to act on, now and ten minutes later', () => {
    fc.assert(
      fc.property(births, (spec) => {
        const farm = caller(spec)
        const rows = JobList.parse(farm.json('/self-serve/try'))
        const { pending, running, merged, retried } = farm.farm.truth(spec.birth)
        const later = new Set(farm.farm.truth(spec.birth + 600).pending.map(({ requestId }) => requestId))
        const ended = rows.filter((row) => 'build_id' in row && row.endtime !== null)
        expect(rows.length).toBeGreaterThan(1500)
        expect(rows.length).toBeLessThan(3000)
        expect(
          running.filter(({ branch, endsAt }) => branch === 'try' && endsAt > spec.birth + 600).length,
        ).toBeGreaterThanOrEqual(5)
        expect(
          pending.filter(({ branch, requestId }) => branch === 'try' && later.has(requestId)).length,
        ).toBeGreaterThanOrEqual(5)
        expect(ended.filter((row) => 'status' in row && row.status === 2).length).toBeGreaterThanOrEqual(5)
        // Soon after midnight the attempt that was given back may stand on the day before.
        expect(retried.some(({ branch }) => branch === 'try')).toBe(true)
        expect(merged.some(({ branch, endedAt }) => branch === 'try' && endedAt === null)).toBe(true)
      }),
      { numRuns: 12 },
    )
  })

  it('times are in order, ids are unique and ascending, and what vanished has no build', () => {
    fc.assert(
      fc.property(births, ({ seed, birth }) => {
        const world = bear(scenarios.calm, seed, birth)
        const wrong = world.rows.filter(
          ({ build, request }) =>
            request.submittedAt > build.startAt ||
            build.startAt > (build.endAt ?? Infinity) ||
            (build === request.builds.at(-1)?.build &&
              request.claimedAt > 0 &&
              (request.submittedAt > request.claimedAt || request.claimedAt > build.startAt)),
        )
        expect(wrong.map(({ request }) => request.id)).toEqual([])
        expect(world.builds.every(({ startAt }, index) => startAt >= (world.builds[index - 1]?.startAt ?? 0))).toBe(
          true,
        )
        const ids = world.builds.flatMap((build) => build.ids)
        expect(ids.every((id, index) => id === (ids[0] ?? 0) + index)).toBe(true)
        const vanished = world.requests.filter(({ complete, claimedAt }) => complete && claimedAt === 0)
        expect(vanished.length).toBeGreaterThan(0)
        expect(vanished.flatMap(({ builds }) => builds.filter(({ build }) => build.endAt === null))).toEqual([])
        const open = world.requests.filter(({ complete }) => !complete).length
        const running = [...world.running].flatMap(({ requests }) => requests).length
        expect(open).toBe(world.pending.size + running)
        const latest = Math.max(...world.builds.map(({ startAt, endAt }) => endAt ?? startAt))
        expect(latest).toBeLessThanOrEqual(birth)
      }),
      { numRuns: 8 },
    )
  })
})

describe('a busy day', () => {
  const world = bear(scenarios.busy, 1, noon)
  const ended = world.builds.filter(({ endAt }) => endAt !== null)
  const share = (result: number): number => ended.filter((build) => build.result === result).length / ended.length

  it('has about 30,000 rows on try', () => {
    const today = world.builds.filter(
      ({ startAt, builder }) => startAt >= noon - 12 * 3600 && builder.line.name === 'try',
    )
    expect(today.length).toBeGreaterThan(27_500)
    expect(today.length).toBeLessThan(32_500)
  })

  it('has the results of a production farm', () => {
    expect(share(0)).toBeGreaterThan(0.83)
    expect(share(0)).toBeLessThan(0.96)
    expect(share(1)).toBeGreaterThan(0.02)
    expect(share(1)).toBeLessThan(0.09)
    expect(share(2)).toBeGreaterThan(0.01)
    expect(share(2)).toBeLessThan(0.07)
    expect(share(4)).toBeGreaterThan(0.002)
    expect(share(4)).toBeLessThan(0.01)
    expect(share(5)).toBeGreaterThan(0.004)
    expect(share(5)).toBeLessThan(0.012)
  })

  it('has its durations: p10, p50, p90, p99 within a quarter, builds and talos by kind', () => {
    const near = (value: number, wanted: number): void => {
      expect(value).toBeGreaterThan(wanted * 0.75)
      expect(value).toBeLessThan(wanted * 1.25)
    }
    const seconds = (kind?: string): number[] =>
      ended
        .filter(({ builder }) => kind === undefined || builder.kind === kind)
        .map(({ startAt, endAt }) => (endAt ?? 0) - startAt)
    near(quantile(seconds(), 0.1), 502)
    near(quantile(seconds(), 0.5), 1275)
    near(quantile(seconds(), 0.9), 3625)
    near(quantile(seconds(), 0.99), 6828)
    near(quantile(seconds('build'), 0.5), 4484)
    near(quantile(seconds('test'), 0.5), 1202)
    near(quantile(seconds('talos'), 0.5), 1258)
  })

  it('has its waits: short for most, minutes for some, hours for a few', () => {
    const waits = world.requests
      .filter(({ claimedAt, attempts }) => claimedAt > 0 && attempts < 2)
      .map(({ claimedAt, submittedAt }) => claimedAt - submittedAt)
    expect(quantile(waits, 0.5)).toBeGreaterThan(8)
    expect(quantile(waits, 0.5)).toBeLessThan(76)
    expect(quantile(waits, 0.9)).toBeLessThan(900)
    expect(quantile(waits, 1)).toBeGreaterThan(3000)
    expect(quantile(waits, 1)).toBeLessThan(12_000)
  })

  it('has pushes of a few jobs and of more than 300', () => {
    const jobs = new Map<unknown, number>()
    for (const { push, builder } of world.requests) {
      if (builder.line.name === 'try') jobs.set(push, (jobs.get(push) ?? 0) + 1)
    }
    const counts = [...jobs.values()]
    expect(quantile(counts, 0.5)).toBeGreaterThan(4)
    expect(quantile(counts, 0.5)).toBeLessThan(53)
    expect(quantile(counts, 0.9)).toBeGreaterThan(36)
    expect(quantile(counts, 0.9)).toBeLessThan(220)
    expect(Math.max(...counts)).toBeGreaterThan(300)
  })

  it('merges some of the work where pushes are merged', () => {
    const mergers = world.builds.filter(({ builder }) => builder.line.merges)
    const merged = mergers.filter(({ requests }) => requests.length > 1).length / mergers.length
    expect(merged).toBeGreaterThan(0.03)
    expect(merged).toBeLessThan(0.2)
  })

  it('knows about a thousand builders', () => {
    const names = newCatalogue().builders.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(850)
    expect(names.length).toBeLessThan(1200)
  })
})

describe('a huge day', () => {
  it('has about 100,000 rows on try', () => {
    const world = bear(scenarios.huge, 1, noon)
    const today = world.builds.filter(
      ({ startAt, builder }) => startAt >= noon - 12 * 3600 && builder.line.name === 'try',
    )
    expect(today.length).toBeGreaterThan(92_000)
    expect(today.length).toBeLessThan(108_000)
  })
})
