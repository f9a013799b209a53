import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFarm } from './farm.ts'
import type { JournalEntry } from './farm.ts'
import { caller, noon, one } from './testCaller.ts'
import type { Caller } from './testCaller.ts'

const lists = ['/self-serve/try', '/pending', '/running', '/self-serve/jobs', '/recent', '/self-serve/mozilla-inbound']

/** Does one of four things to something that is there. */
function meddle(farm: Caller, what: number, which: number): void {
  const { pending, running } = farm.farm.truth(farm.now)
  const request = pending[which % pending.length]
  const build = running[which % running.length]
  if (what === 0 && request) farm.write('DELETE', `/self-serve/${request.branch}/request/${request.requestId}`)
  else if (what === 1 && build) farm.write('DELETE', `/self-serve/${build.branch}/build/${build.buildId}`)
  else if (what === 2 && build) {
    farm.write('POST', `/self-serve/${build.branch}/build`, { build_id: String(build.buildId), count: '2' })
  } else if (request) {
    farm.write('PUT', `/self-serve/${request.branch}/request/${request.requestId}`, { priority: String(which % 7) })
  }
}

describe('a world', () => {
  it('is the same, byte for byte, for the same spec', () => {
    for (const url of lists) {
      const [first, second] = [caller(), caller()].map((farm) => farm.text('GET', `${url}?format=json`))
      expect(first).toBe(second)
    }
  })

  it('is another for another seed', () => {
    expect(caller({ seed: 2 }).text('GET', '/running?format=json')).not.toBe(
      caller().text('GET', '/running?format=json'),
    )
  })

  it('does not depend on how often it is looked at', () => {
    const often = caller()
    for (let second = 0; second < 3600; second += 37) often.farm.truth(noon + second)
    expect(often.farm.truth(noon + 3600)).toEqual(caller().farm.truth(noon + 3600))
  })

  it('comes back from its journal, whatever was done to it and when', () => {
    const doings = fc.array(fc.tuple(fc.nat(400), fc.nat(3), fc.nat(50)), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(doings, (deeds) => {
        const kept: JournalEntry[] = []
        const farm = caller({}, { onWrite: (entry) => kept.push(entry) })
        for (const [seconds, what, which] of deeds) {
          farm.now += seconds
          meddle(farm, what, which)
        }
        const end = farm.now + 900
        const again = createFarm({ ...farm.farm.spec(), journal: kept })
        expect(again.truth(end)).toEqual(farm.farm.truth(end))
        expect(farm.farm.spec().journal).toEqual(kept)
      }),
      { numRuns: 6 },
    )
  })

  it('never goes back in time', () => {
    const farm = caller()
    farm.now += 3600
    const later = farm.text('GET', '/running?format=json')
    farm.now -= 3000
    expect(farm.text('GET', '/running?format=json')).toBe(later)
  })

  it('leaves the outcome of other work alone when one build is cancelled', () => {
    const [touched, left] = [caller(), caller()]
    const target = one(
      touched.farm.truth(noon).running,
      ({ branch, endsAt }) => branch === 'try' && endsAt > noon + 3600,
    )
    touched.write('DELETE', `/self-serve/try/build/${target.buildId}`)
    const fate = (farm: Caller) =>
      farm.farm
        .truth(noon + 60)
        .running.filter(({ buildId, startedAt }) => startedAt < noon && buildId !== target.buildId)
        .map(({ buildId, endsAt }) => [buildId, endsAt])
    expect(fate(touched)).toEqual(fate(left))
  })

  it('counts the writes that reached an endpoint, refused ones too', () => {
    const farm = caller()
    farm.answer('DELETE', '/self-serve/try/build/999999?format=json')
    farm.answer('GET', '/self-serve/try?format=json')
    farm.answer('POST', '/self-serve/try/build?format=json', { form: { build_id: '1' } })
    expect(farm.farm.writes()).toEqual({ cancelBuild: 1, rebuildBuild: 1 })
  })
})
