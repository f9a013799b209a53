import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failedJobs } from './failedJobs.ts'
import { matrixOf } from './matrix.ts'
import type { MatrixItem } from './matrix.ts'

let ids = 0
const item = (how: Partial<MatrixItem>): MatrixItem => ({
  key: `b${(ids += 1)}`,
  builder: 'Linux try build',
  state: 'finished',
  result: 2,
  submitted: 100,
  started: 200,
  leak: null,
  ...how,
})

describe('failed jobs of a push', () => {
  it.each([
    [0, false],
    [1, true],
    [2, true],
    [3, false],
    [4, true],
    [5, false],
    [6, false],
    [7, false],
    [42, true],
  ])('result %i counts: %s', (result, counts) => {
    expect(failedJobs([item({ result })])).toHaveLength(counts ? 1 : 0)
  })

  it('a builder that was rebuilt and is green since has not failed', () => {
    expect(failedJobs([item({}), item({ result: 0, submitted: 300, started: 400 })])).toEqual([])
    expect(failedJobs([item({ result: 0 }), item({ key: 'b9', submitted: 300, started: 400 })])).toEqual(['b9'])
  })

  it.each([
    ['waits', { state: 'pending', result: null, started: null }],
    ['runs', { state: 'running', result: null }],
  ] as const)('nor one whose next run still %s', (_, next) => {
    expect(failedJobs([item({}), item({ submitted: 300, ...next })])).toEqual([])
  })

  it('a builder that failed twice is rebuilt once', () => {
    expect(failedJobs([item({ key: 'b1' }), item({ key: 'b2', submitted: 300 })])).toEqual(['b2'])
  })

  it('work of another branch is left alone', () => {
    expect(failedJobs([item({ key: 'b1' }), item({ leak: 'try-comm-central', submitted: 300 })])).toEqual(['b1'])
  })

  it('is what the matrix shows in trouble, whatever the order of the list', () => {
    const items = fc.array(
      fc.record({
        key: fc.nat().map((n) => `b${n}`),
        builder: fc.constantFrom('Linux try build', 'Linux try debug test mochitest-1', 'odd'),
        state: fc.constantFrom('pending', 'running', 'finished'),
        result: fc.nat(7),
        submitted: fc.nat(5),
        started: fc.option(fc.nat(9)),
        leak: fc.constantFrom(null, 'try-comm-central'),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(items, (list) => {
        const own = list.filter(({ leak }) => leak === null)
        const cells = matrixOf(own).lines.flatMap(({ cells: all }) => all.flatMap(({ shown }) => shown))
        const loud = cells.filter((entry) => entry.state === 'finished' && [1, 2, 4].includes(entry.result ?? 0))
        expect(failedJobs(list).toSorted()).toEqual(loud.map(({ key }) => key).toSorted())
      }),
    )
  })
})
