import { describe, expect, it } from 'vitest'
import { timelineOf } from './timeline.ts'

describe('the timeline of a job', () => {
  it('only waits while nobody has claimed it', () => {
    const { stretches, finished } = timelineOf({ submitted: 100, claimed: null, started: null, ended: null })
    expect(stretches).toEqual([{ event: 'Submitted', doing: 'waiting', from: 100, to: null }])
    expect(finished).toBeNull()
  })

  it('waits, starts and runs, each stretch beginning where the last ended', () => {
    const { stretches, finished } = timelineOf({ submitted: 100, claimed: 160, started: 165, ended: 400 })
    expect(stretches.map((stretch) => [stretch.doing, stretch.from, stretch.to])).toEqual([
      ['waiting', 100, 160],
      ['starting', 160, 165],
      ['running', 165, 400],
    ])
    expect(finished).toBe(400)
  })

  it('waits until the start when the claim is not told any more', () => {
    const { stretches } = timelineOf({ submitted: 100, claimed: null, started: 165, ended: 400 })
    expect(stretches.map((stretch) => stretch.to)).toEqual([165, 400])
  })

  it('stops waiting when it was cancelled before anybody claimed it', () => {
    const { stretches, finished } = timelineOf({ submitted: 100, claimed: null, started: null, ended: 130 })
    expect(stretches).toEqual([{ event: 'Submitted', doing: 'waiting', from: 100, to: 130 }])
    expect(finished).toBe(130)
  })
})
