import { describe, expect, it } from 'vitest'
import { jobSample, pendingJob, queuedRecord } from './actionSamples.ts'
import { commonPriority, priorityRadius } from './priorityRadius.ts'

const waits = pendingJob()

describe('what a priority for several jobs changes', () => {
  it('is what still waits; the rest is named with the reason', () => {
    const runs = jobSample()
    const over = jobSample({ key: 'b6', state: 'finished', result: 0 })
    const { targets, waiting, refused } = priorityRadius([waits, runs, over], 7)
    expect(targets).toEqual([waits])
    expect(waiting).toMatchObject([{ requestId: 50, priority: 3 }])
    expect(refused).toEqual([
      { job: runs, why: expect.stringContaining('running') },
      { job: over, why: expect.stringContaining('finished') },
    ])
  })

  it('leaves alone what has that priority, or is already asked to have it', () => {
    expect(priorityRadius([waits], 3).refused).toMatchObject([{ why: expect.stringContaining('already') }])
    const asked = [queuedRecord({ kind: 'reprioritize', branch: 'try', requestId: 50, priority: 7, was: 3 })]
    expect(priorityRadius([waits], 7, asked).targets).toEqual([])
    expect(priorityRadius([waits], 3, asked).waiting).toMatchObject([{ priority: 7 }])
  })

  it('counts a request once, by whatever it was picked', () => {
    expect(priorityRadius([waits, { ...waits }], 7).targets).toEqual([waits])
  })

  it('takes all that wait while none is chosen', () => {
    expect(priorityRadius([waits], null).targets).toEqual([waits])
  })

  it('knows a priority in common, where there is one', () => {
    expect(commonPriority([waits, pendingJob()])).toBe(3)
    expect(commonPriority([waits, pendingJob({ priority: 4 })])).toBeNull()
    expect(commonPriority([waits, pendingJob({ priority: null })])).toBeNull()
    expect(commonPriority([])).toBeNull()
  })
})
