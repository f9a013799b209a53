import { describe, expect, it } from 'vitest'
import { jobSample, pendingJob } from './actionSamples.ts'
import { rebuildRadius } from './rebuildRadius.ts'

describe('what a rebuild starts', () => {
  const failed = jobSample({ state: 'finished', result: 2, ended: 1_000 })
  const usual = (builder: string) => (builder === failed.builder ? { p50: 600, p90: 900, n: 9 } : null)

  it('counts runs and the machine time they take, as far as it is known', () => {
    const other = jobSample({ key: 'b6', buildId: 6, builder: 'x', state: 'finished', result: 2 })
    expect(rebuildRadius([failed, other], 3, usual)).toMatchObject({
      runs: 6,
      machineSeconds: 1_800,
      unknownRuns: 3,
      active: [],
      twice: [],
      refused: [],
    })
  })

  it('names what still waits or runs, and attempts of the same work', () => {
    const waiting = pendingJob()
    const { active, twice } = rebuildRadius([failed, waiting], 1, usual)
    expect(active).toEqual([waiting])
    expect(twice).toEqual([[failed, waiting]])
  })

  it('counts a job once, by whatever it was picked', () => {
    expect(rebuildRadius([failed, { ...failed }], 2, usual)).toMatchObject({ runs: 2, twice: [], targets: [failed] })
  })

  it('refuses what cannot be addressed', () => {
    const { targets, refused, runs } = rebuildRadius([pendingJob({ requests: [] })], 2, usual)
    expect({ targets, runs, n: refused.length }).toEqual({ targets: [], runs: 0, n: 1 })
  })
})
