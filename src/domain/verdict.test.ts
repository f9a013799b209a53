import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IsDone, JobList } from '../contract/records.ts'
import type { ListRow } from '../contract/records.ts'
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

type Recording = { response: { headers: Record<string, string>; body: unknown } }
/** A recording's answer, read by the schema of its endpoint, and when the server gave it (seconds since epoch). */
function recorded<T>(file: string, schema: { parse: (value: unknown) => T }): { body: T; now: number } {
  // The recordings all have this outer shape; the part that matters goes through its schema.
  const { response } = JSON.parse(
    readFileSync(new URL(`../contract/recorded/${file}.json`, import.meta.url), 'utf8'),
  ) as Recording
  return { body: schema.parse(response.body), now: Date.parse(response.headers['Date'] ?? '') / 1_000 }
}

function tallyOf(rows: readonly ListRow[]): Tally {
  const counts = { ...none }
  const ends: number[] = []
  for (const row of rows) {
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
  return { counts, lastEnd: ends.length > 0 ? Math.max(...ends) : null }
}

describe('surprise 36: verdictOf says what the real server said', () => {
  it.each([
    ['096-is-done-green', '077-rev-all-finished-40-by-40', null],
    ['097-is-done-failed', '083-rev-each-result', null],
    ['098-is-done-running', '073-rev-mixed', null],
    ['099-is-done-fresh-default-delay', '017-branch-day-format-json', '67a4c84cb837'],
    ['100-is-done-big-delay', '017-branch-day-format-json', '67a4c84cb837'],
    ['101-is-done-delay-0', '017-branch-day-format-json', '67a4c84cb837'],
    ['102-is-done-delay-bad', '017-branch-day-format-json', '67a4c84cb837'],
    ['103-is-done-retry-pending', '087-rev-retried', null],
  ])('%s, of the jobs in %s', (answer, list, revision) => {
    const { body: said, now } = recorded(answer, IsDone)
    const rows = recorded(list, JobList).body.filter((row) => revision === null || row.revision?.startsWith(revision))
    expect(rows.length).toBeGreaterThan(0)
    const { complete, passed } = verdictOf(tallyOf(rows), now, said.stableDelay)
    expect({ complete, passed }).toEqual({ complete: said.job_complete, passed: said.job_passed })
  })
})

describe('verdictOf', () => {
  const NOW = 1_000_000
  const LONG_AGO = NOW - 10_000

  it('is unknown without jobs', () => {
    expect(verdictOf({ counts: none, lastEnd: null }, NOW)).toMatchObject({
      word: 'unknown',
      complete: false,
      passed: false,
    })
  })

  it('is running while anything waits or runs, and counts what failed so far', () => {
    const counts = { ...none, pending: 1, success: 20, failure: 3, warnings: 2 }
    expect(verdictOf({ counts, lastEnd: LONG_AGO }, NOW)).toMatchObject({
      word: 'running',
      complete: false,
      passed: false,
      because: { failure: 3, against: 5, finished: 25, total: 26 },
    })
  })

  it('settles for 180 seconds after the last end, then passes', () => {
    const counts = { ...none, success: 5, retry: 1 }
    expect(verdictOf({ counts, lastEnd: NOW - 50 }, NOW)).toMatchObject({
      word: 'settling',
      settlesIn: 130,
      passed: false,
    })
    expect(verdictOf({ counts, lastEnd: NOW - 180 }, NOW)).toMatchObject({
      word: 'passed',
      settlesIn: null,
      passed: true,
    })
  })

  it.each(['warnings', 'failure', 'skipped', 'exception', 'cancelled', 'superseded', 'other', 'attempt'] as const)(
    'fails for one %s among many successes',
    (slot) => {
      const counts = { ...none, success: 100, [slot]: 1 }
      expect(verdictOf({ counts, lastEnd: LONG_AGO }, NOW)).toMatchObject({
        word: 'failed',
        complete: true,
        passed: false,
      })
    },
  )

  it('never passes with work left or anything against it, whatever the counts', () => {
    const counts = fc.record(Object.fromEntries(Object.keys(none).map((slot) => [slot, fc.nat(3)])))
    fc.assert(
      fc.property(counts, fc.nat(400), (some, rest) => {
        const all = { ...none, ...some }
        const verdict = verdictOf({ counts: all, lastEnd: NOW - rest }, NOW)
        const { total, finished, against } = verdict.because
        expect(verdict.passed).toBe(total > 0 && finished === total && against === 0 && rest >= 180)
        expect(verdict.passed).toBe(verdict.word === 'passed')
        expect(verdict.complete).toBe(verdict.word === 'passed' || verdict.word === 'failed')
        expect(verdict.settlesIn !== null).toBe(verdict.word === 'settling')
      }),
    )
  })
})
