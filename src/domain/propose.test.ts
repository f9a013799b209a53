import { describe, expect, it } from 'vitest'
import { jobSample, pendingJob, queuedRecord } from './actionSamples.ts'
import { planFor } from './propose.ts'
import { whyNot } from './whyNot.ts'

describe('what is asked of the server', () => {
  it('cancels the build where there is one, else the request', () => {
    expect(planFor('cancel', jobSample(), 'try')?.plan).toEqual({ kind: 'cancelBuild', branch: 'try', buildId: 5 })
    expect(planFor('cancel', pendingJob(), 'try')?.plan).toEqual({
      kind: 'cancelRequest',
      branch: 'try',
      requestId: 50,
    })
  })

  it('surprise 18: a rebuild keeps the priority of the original unless another is asked', () => {
    const plan = { kind: 'rebuildBuild', branch: 'try', buildId: 5, count: 1, priority: 3 }
    expect(planFor('rebuild', jobSample(), 'try')?.plan).toEqual(plan)
    expect(planFor('rebuild', jobSample(), 'try', { count: 3, priority: 0 })?.plan).toEqual({
      ...plan,
      count: 3,
      priority: 0,
    })
    expect(planFor('rebuild', jobSample({ priority: null }), 'try')?.plan).toMatchObject({ priority: null })
    expect(planFor('rebuild', pendingJob(), 'try')?.plan).toMatchObject({
      kind: 'rebuildRequest',
      requestId: 50,
      priority: 3,
    })
  })

  it('raises and lowers by one, and sets', () => {
    const plan = { kind: 'reprioritize', branch: 'try', requestId: 50, was: 3 }
    expect(planFor('raise', pendingJob(), 'try')?.plan).toEqual({ ...plan, priority: 4 })
    expect(planFor('lower', pendingJob(), 'try')?.plan).toEqual({ ...plan, priority: 2 })
    expect(planFor('setPriority', pendingJob(), 'try', { priority: 0 })?.plan).toEqual({ ...plan, priority: 0 })
  })

  it('raises from what is already asked for, whatever the list still shows', () => {
    const actions = [queuedRecord({ kind: 'reprioritize', branch: 'try', requestId: 50, priority: 7, was: 3 })]
    expect(planFor('raise', pendingJob(), 'try', { actions })?.plan).toMatchObject({ priority: 8 })
  })

  it('asks nothing where there is no priority to count from, or nothing to address', () => {
    expect(planFor('raise', pendingJob({ priority: null }), 'try')).toBeNull()
    expect(planFor('cancel', pendingJob({ requests: [] }), 'try')).toBeNull()
  })

  it('remembers what it is about', () => {
    expect(planFor('cancel', jobSample(), 'try')?.subject).toEqual({
      builder: 'Linux try build',
      revision: '0123456789ab',
      buildId: 5,
      requestIds: [50],
    })
  })
})

describe('why not', () => {
  it('surprise 18: only what is not finished can be cancelled', () => {
    expect(whyNot('cancel', pendingJob())).toBeNull()
    expect(whyNot('cancel', jobSample())).toBeNull()
    expect(whyNot('cancel', jobSample({ state: 'finished' }))).toContain('finished')
    expect(whyNot('cancel', jobSample({ state: 'superseded' }))).toContain('ended')
  })

  it('surprise 18: only a pending request takes a priority', () => {
    expect(whyNot('reprioritize', pendingJob())).toBeNull()
    expect(whyNot('reprioritize', jobSample())).toContain('running')
    expect(whyNot('reprioritize', jobSample({ state: 'finished' }))).toContain('finished')
  })

  it.each(['pending', 'running', 'finished', 'superseded'] as const)(
    'surprise 18: a %s job can be rebuilt',
    (state) => {
      expect(whyNot('rebuild', jobSample({ state }))).toBeNull()
    },
  )

  it('says to sign in, and what cannot be addressed', () => {
    expect(whyNot('rebuild', jobSample(), { signedOut: true })).toContain('sign in')
    expect(whyNot('rebuild', jobSample(), { branch: 'a/b' })).toContain('slash')
    expect(whyNot('rebuild', pendingJob({ requests: [] }))).not.toBeNull()
  })
})
