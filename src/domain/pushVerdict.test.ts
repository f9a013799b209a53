import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IsDone, JobList } from '../contract/records.ts'
import { caller } from '../farm/testCaller.ts'
import { minutes, pushVerdict, revisionUrl } from './pushVerdict.ts'
import { buildState, resultNames } from './state.ts'
import { verdictOf } from './verdict.ts'
import type { Tally } from './verdict.ts'

const none = {
  pending: 0,
  running: 0,
  success: 0,
  warnings: 0,
  failure: 0,
  skipped: 0,
  exception: 0,
  retry: 0,
  cancelled: 0,
  superseded: 0,
  other: 0,
  attempt: 0,
}
const said = (counts: Partial<Tally['counts']>, lastEnd: number | null = 1_000, now = 9_000) =>
  pushVerdict(verdictOf({ counts: { ...none, ...counts }, lastEnd }, now))

describe('the verdict in words', () => {
  it('while it runs, says what is left and what has failed so far', () => {
    expect(said({ running: 5, pending: 9, success: 236 })).toEqual({
      word: 'running',
      headline: 'Running',
      final: false,
      why: ['5 running and 9 pending of 250.'],
    })
    const bad = said({ running: 1, failure: 3, exception: 1, warnings: 6 })
    expect(bad.headline).toBe('4 failed so far')
    expect(bad.why[1]).toBe('It cannot pass any more because of 3 failures, 1 exception and 6 jobs with test failures.')
    expect(said({ pending: 1, warnings: 1 }).headline).toBe('Not all green so far')
  })

  it('while it settles, counts down', () => {
    expect(said({ success: 3 }, 1_000, 1_050)).toMatchObject({ headline: 'Settling, 2:10 left', final: false })
  })

  it('says why it failed, and that test failures alone fail it', () => {
    expect(said({ success: 9, failure: 3, warnings: 6 }).why[0]).toBe(
      'Failed because of 3 failures and 6 jobs with test failures.',
    )
    const { headline, why } = said({ success: 9, warnings: 1 })
    expect(headline).toBe('Failed')
    expect(why[1]).toMatch(/^That alone keeps it from passing: .*warnings \(test failures\) fail it/)
    expect(said({ success: 9, skipped: 1 }).why.join(' ')).toContain('so skipped jobs fail it')
  })

  it('says passed, retries named, and unknown', () => {
    expect(said({ success: 2 }).why).toEqual(['All 2 ended as success.'])
    expect(said({ success: 2, retry: 1 }).why).toEqual(['All 3 ended as success or retry.'])
    expect(said({}, null).why[0]).toContain('all was cancelled before it started')
  })

  it('always has a reason, and calls final only what is', () => {
    const count = fc.nat(3)
    const counts = fc.record(Object.fromEntries(Object.keys(none).map((slot) => [slot, count])))
    fc.assert(
      fc.property(counts, fc.nat(400), (drawn, since) => {
        const verdict = verdictOf({ counts: { ...none, ...drawn }, lastEnd: 1_000 }, 1_000 + since)
        const words = pushVerdict(verdict)
        expect(words.why.length).toBeGreaterThan(0)
        expect(words.why.every((sentence) => sentence.endsWith('.') && !/because of \./.test(sentence))).toBe(true)
        expect(words.final).toBe(verdict.complete)
      }),
    )
  })

  it.each([
    [130, '2:10'],
    [0.2, '0:01'],
    [0, '0:00'],
    [60, '1:00'],
  ])('%d s is %s', (seconds, text) => {
    expect(minutes(seconds)).toBe(text)
  })
})

describe('the verdict is the farm’s is_done', () => {
  const farm = caller({ seed: 5 })
  const revisions = [
    ...new Set(
      [...farm.farm.truth(farm.now).running, ...farm.farm.truth(farm.now).failed].flatMap(({ branch, revision }) =>
        revision === null || branch === 'Unknown' ? [] : [`${branch}/rev/${revision.slice(0, 12)}`],
      ),
    ),
  ]

  it('of pushes in all states, as time goes on', () => {
    const words = new Set<string>()
    fc.assert(
      fc.property(fc.nat(), fc.nat(400), (pick, later) => {
        farm.now += later
        const push = `/self-serve/${revisions[pick % revisions.length]}`
        const counts = { ...none }
        const ends: number[] = []
        for (const row of JobList.parse(farm.json(push))) {
          if (!('build_id' in row)) {
            counts.pending += 1
            continue
          }
          const state = buildState(row.endtime, row.status)
          if (row.endtime !== null) ends.push(row.endtime)
          if (state === 'running') counts.running += 1
          else if (state === 'finished') counts[resultNames[row.status ?? -1] ?? 'other'] += 1
          else counts.attempt += 1
        }
        const done = IsDone.parse(farm.json(`${push}/is_done`))
        const verdict = verdictOf({ counts, lastEnd: ends.length > 0 ? Math.max(...ends) : null }, farm.now)
        expect({ complete: verdict.complete, passed: verdict.passed }).toEqual({
          complete: done.job_complete,
          passed: done.job_passed,
        })
        words.add(verdict.word)
      }),
      { numRuns: 60 },
    )
    expect(words).toContain('running')
    expect(words.size).toBeGreaterThan(1)
  }, 20_000)
})

describe('the link to the repository', () => {
  it.each([
    ['https://hg.mozilla.org/try', 'hg', 'https://hg.mozilla.org/try/rev/0123456789ab'],
    ['https://hg.mozilla.org/try/', undefined, 'https://hg.mozilla.org/try/rev/0123456789ab'],
    ['https://github.com/x/y', 'git', null],
    ['javascript:alert(1)', 'hg', null],
    [undefined, 'hg', null],
  ])('%s %s', (repo, repo_type, url) => {
    const branch = { ...(repo === undefined ? {} : { repo }), ...(repo_type === undefined ? {} : { repo_type }) }
    expect(revisionUrl(branch, '0123456789ab')).toBe(url)
  })

  it('is of a revision only', () => {
    expect(revisionUrl({ repo: 'https://hg.mozilla.org/try' }, 'tip')).toBeNull()
    expect(revisionUrl(null, '0123456789ab')).toBeNull()
  })
})
