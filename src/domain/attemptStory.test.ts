import { describe, expect, it } from 'vitest'
import type { JobRequest } from '../contract/records.ts'
import { jobSample, pendingJob } from './actionSamples.ts'
import { attemptStory, isOfManyRuns, stepOf } from './attemptStory.ts'
import { rebuildsIn, stripWords } from './attempts.ts'
import type { Job } from './job.ts'

const by = (who: string) => `Self-serve: Rebuilt by ${who}`
function row(id: number, submitted: number, reason: string, how: Partial<Job> = {}): Job {
  const request = { requestId: id, revision: '0123456789ab', branch: 'try', priority: 0, reason, submitted }
  const job = how.state === 'pending' ? pendingJob : jobSample
  const key = how.state === 'pending' ? `r${id}` : `b${id}`
  return job({
    key,
    ...(how.state === 'pending' ? {} : { buildId: id }),
    submitted,
    reason,
    requests: [request],
    ...how,
  })
}
const first = row(1, 100, 'scheduler', { state: 'finished', result: 2 })
const green = (id: number) => row(id, 500, by('ann'), { state: 'finished', result: 0 })
const asked = (count: number): JobRequest => ({
  action: 'rebuild_build',
  who: 'ann',
  when: 499,
  what: { bid: 1, count, priority: 0 },
  completed_at: 500,
  complete_data: { request_id: 8812, body: { errors: false, msg: 'Ok' } },
})

describe('the attempts of a job', () => {
  it('stand old to new, the runs of a rebuild together with who asked and its number', () => {
    const story = attemptStory([green(3), first, green(2), row(4, 900, by('bob'), { state: 'pending' })], [asked(2)])
    expect(
      story.map((step) => (step.kind === 'run' ? step.job.key : [step.rebuild.who, step.strip.runs.length, step.job])),
    ).toEqual(['b1', ['ann', 2, 8812], ['bob', 1, null]])
  })

  it('of one request stand as they started', () => {
    const again = row(1, 100, 'scheduler', { key: 'b8', buildId: 8, state: 'running', started: 400 })
    const before = row(1, 100, 'scheduler', { key: 'b7', buildId: 7, state: 'finished', result: 5, started: 200 })
    const waits = row(1, 100, 'scheduler', { state: 'pending', started: null })
    const keys = attemptStory([waits, again, before], []).map((step) => (step.kind === 'run' ? step.job.key : ''))
    expect(keys).toEqual(['b7', 'b8', 'r1'])
  })

  it('tell what was rebuilt: every earlier run, unless the log says which', () => {
    const rows = [first, row(2, 200, 'scheduler'), row(3, 500, by('ann'))]
    const of = (log: JobRequest[]) =>
      attemptStory(rows, log).flatMap((step) => (step.kind === 'rebuild' ? step.of.map(({ key }) => key) : []))
    expect(of([])).toEqual(['b1', 'b2'])
    expect(of([asked(1)])).toEqual(['b1'])
  })

  it('count runs that were asked for and are in no list yet', () => {
    const told = (log: JobRequest[]) =>
      rebuildsIn([first, green(2), green(3)]).map((rebuild) => stripWords(stepOf(rebuild, log).strip))
    expect(told([asked(5)])).toEqual(['2 of 5 green, 3 to come'])
    expect(told([])).toEqual(['2 of 2 green'])
  })

  it('make a strip only where more than one run was asked for', () => {
    const many = (rows: Job[], log: JobRequest[]) => rebuildsIn(rows).map((rebuild) => isOfManyRuns(rebuild, log))
    expect(many([first, green(2)], [])).toEqual([false])
    expect(many([first, green(2)], [asked(3)])).toEqual([true])
    expect(many([green(2), green(3)], [])).toEqual([true])
  })

  it('of other builders stand apart', () => {
    const other = (id: number) => row(id, 300, by('ann'), { builder: 'x', state: 'finished', result: 0 })
    const rebuilds = rebuildsIn([first, green(2), green(3), other(4), other(5)])
    expect(rebuilds.map(({ at, requestIds }) => [at, requestIds])).toEqual([
      [300, [4, 5]],
      [500, [2, 3]],
    ])
  })
})
