import { expect, it } from 'vitest'
import { severityOf } from './severity.ts'
import { jobWord } from './state.ts'
import type { JobState } from './state.ts'

it('puts the worst first', () => {
  const jobs: [JobState, number | null][] = [
    ['finished', 0],
    ['superseded', null],
    ['finished', 3],
    ['pending', null],
    ['running', null],
    ['finished', 5],
    ['finished', 6],
    ['finished', 1],
    ['finished', 4],
    ['finished', 2],
  ]
  const words = jobs.toSorted((a, b) => severityOf(...a) - severityOf(...b)).map((job) => jobWord(...job))
  expect(words).toEqual([
    'failure',
    'exception',
    'warnings',
    'cancelled',
    'retry',
    'running',
    'pending',
    'skipped',
    'superseded attempt',
    'success',
  ])
})

it('puts a result nobody knows beside exception', () => {
  expect(severityOf('finished', 99)).toBe(severityOf('finished', 4))
  expect(severityOf('finished', -1)).toBe(severityOf('finished', 4))
})

it('puts what is not finished by its state, whatever result an earlier attempt left', () => {
  expect(severityOf('running', 2)).toBe(severityOf('running', null))
  expect(severityOf('pending', 2)).toBe(severityOf('pending', null))
})
