import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import names from './testdata/builderNames.json' with { type: 'json' }
import { MOST_GROUPS, inTrouble, matrixOf } from './matrix.ts'
import type { Matrix, MatrixItem } from './matrix.ts'
import { atStop, moveIn, nextTrouble, stopOfKey, stopsOf } from './matrixKeys.ts'
import type { MatrixMove } from './matrixKeys.ts'
import { jobStates } from './state.ts'

let made = 0
const job = (builder: string, result: number | null, how: Partial<MatrixItem> = {}): MatrixItem => ({
  key: `b${(made += 1)}`,
  builder,
  state: 'finished',
  result,
  submitted: 1_000,
  started: 1_100,
  leak: null,
  ...how,
})
const debug = (suite: string) => `Ubuntu VM 12.04 x64 try debug test ${suite}`
/** The matrix as text: each line with its cells, `✓n` for folded ones, `symbol:word` for each shown. */
const drawn = (matrix: Matrix): string[] =>
  matrix.lines.map(({ label, type, leak, cells }) => {
    const text = cells.map(({ folded, shown }, column) => {
      const parts = [
        ...(folded.length > 0 ? [`✓${folded.length}`] : []),
        ...shown.map(({ symbol, word, before }) => `${symbol}:${word}${before === null ? '' : ` after ${before}`}`),
      ]
      return parts.length > 0 ? ` | ${matrix.columns[column]?.label}: ${parts.join(' ')}` : ''
    })
    return `${leak ? `${leak} ` : ''}${label} ${type}${text.join('')}`
  })

describe('the matrix of a push', () => {
  it('has platforms and types down, groups across, other branches last', () => {
    const matrix = matrixOf([
      job('TB Linux x86-64 try-comm-central build', 0, { leak: 'try-comm-central' }),
      job(debug('mochitest-1'), 0),
      job(debug('mochitest-2'), 0),
      job(debug('mochitest-browser-chrome'), 2),
      job(debug('mochitest-10'), 1),
      job(debug('mochitest-9'), 1),
      job(debug('xpcshell'), null, { state: 'running' }),
      job('Linux x86-64 try build', 0),
      job('linux-x64/release/unit tests', 4),
    ])
    expect(matrix.columns.map(({ label }) => label)).toEqual(['Build', 'Mochitest', 'Other'])
    expect(drawn(matrix)).toEqual([
      expect.stringMatching(/^Linux x64 opt \| Build: ✓1 \| Other: .+:exception$/),
      'Linux x64 debug | Mochitest: ✓2 bc:failure 9:warnings 10:warnings | Other: X:running',
      'try-comm-central Linux x64 opt | Build: ✓1',
    ])
  })

  it('shows the latest attempt, with those before it', () => {
    const attempts = [
      job(debug('reftest'), 0, { key: 'b1', submitted: 1_000 }),
      job(debug('reftest'), null, { key: 'r9', state: 'pending', submitted: 3_000, started: null }),
      job(debug('reftest'), null, { key: 'b3', state: 'superseded', submitted: 3_000, started: 3_100 }),
    ]
    const [entry] = matrixOf(attempts).lines[0]?.cells[0]?.shown ?? []
    expect(entry).toMatchObject({ key: 'r9', word: 'pending' })
    expect(entry?.attempts.map(({ key }) => key)).toEqual(['r9', 'b3', 'b1'])
  })

  it('keeps a failure in sight that a later run made green', () => {
    const rows = [job(debug('reftest'), 2), job(debug('reftest'), 0, { submitted: 2_000 })]
    expect(drawn(matrixOf(rows))).toEqual(['Linux x64 debug | Reftest: R:success after failure'])
    const green = [job(debug('reftest'), 0), job(debug('reftest'), 0, { submitted: 2_000 })]
    expect(drawn(matrixOf(green))).toEqual(['Linux x64 debug | Reftest: ✓1'])
  })

  it('says of a job what was worse before, and of several the worst', () => {
    const again = (...results: (number | null)[]) =>
      results.map((result, at) =>
        job(debug('reftest'), result, { submitted: 1_000 + at, state: result === null ? 'running' : 'finished' }),
      )
    const said = (...results: (number | null)[]) => drawn(matrixOf(again(...results)))[0]?.split(': ')[1]
    expect(said(1, 4, 0)).toBe('R:success after exception')
    expect(said(2, null)).toBe('R:running after failure')
    expect(said(2, 1)).toBe('R:warnings after failure')
    expect(said(1, 2)).toBe('R:failure')
    expect(said(5, 0)).toBe('✓1')
  })

  const suites = (suite: string, many: number) =>
    Array.from({ length: many }, (_, at) => job(debug(`${suite}-${at}`), 0))

  it('keeps a column for a few big groups; jobs of others say their group under Other', () => {
    const big = [...suites('mochitest', 9), ...suites('reftest', 4)]
    const rare = [
      'b2g_ubuntu64_vm try opt test gaia-ui-test-unit',
      'b2g_ubuntu64_vm try opt test gaia-ui-test-oop-unit',
      'b2g_ubuntu64_vm try opt test gaia-js-integration-4',
      'Linux x86-64 try spidermonkey_info-warnaserr build',
      'Ubuntu HW 12.04 x64 try talos tp5o',
    ].map((name) => job(name, 2))
    const matrix = matrixOf([...big, ...rare, job(debug('xpcshell'), 0)])
    expect(matrix.columns.map(({ label }) => label)).toEqual(['Mochitest', 'Reftest', 'Other'])
    expect(matrix.others).toHaveLength(5)
    const symbols = matrix.lines.flatMap(({ cells }) => cells.at(-1)?.shown.map(({ symbol }) => symbol) ?? [])
    expect(symbols.toSorted()).toEqual(['Gij 4', 'Gip u', 'Gip-oop u', 'SM e', 'T tp'])
    // A filter that leaves few groups leaves room for each.
    expect(matrixOf(rare).columns).toHaveLength(5)
  })

  it('without room for groups has what is not green of a line, then all its green ones as one count', () => {
    const rows = [...suites('mochitest', 3), ...suites('reftest', 2), job(debug('mochitest-7'), 1)]
    const narrow = matrixOf([...rows, job(debug('crashtest'), null, { state: 'running' })], { narrow: true })
    expect(drawn(narrow)).toEqual(['Linux x64 debug | Not green: M 7:warnings R C:running | Green: ✓5'])
    const open = new Set([narrow.lines[0]?.cells[1]?.id ?? ''])
    expect(drawn(matrixOf(rows, { narrow: true, open }))).toEqual([
      'Linux x64 debug | Not green: M 7:warnings | Green: M 0:success M 1:success M 2:success R0:success R1:success',
    ])
  })

  it('opens the cells it is asked to', () => {
    const rows = [job(debug('mochitest-1'), 0), job(debug('mochitest-2'), 2)]
    const id = matrixOf(rows).lines[0]?.cells[0]?.id ?? ''
    expect(drawn(matrixOf(rows, { open: new Set([id]) }))).toEqual(['Linux x64 debug | Mochitest: 2:failure 1:success'])
  })

  const items = fc.array(
    fc.record({
      key: fc.uuid(),
      builder: fc.constantFrom(...names.symbols.map(([name = '']) => name)),
      state: fc.constantFrom(...jobStates),
      result: fc.integer({ min: 0, max: 9 }),
      submitted: fc.nat(99),
      started: fc.option(fc.nat(99)),
      leak: fc.constantFrom(null, null, null, 'try-comm-central'),
    }),
    { maxLength: 60 },
  )
  const results = (drawnItems: MatrixItem[]): MatrixItem[] =>
    drawnItems.map((item) => (item.state === 'finished' ? item : { ...item, result: null }))

  it('loses no job, never folds trouble, and has few columns', () => {
    fc.assert(
      fc.property(items, fc.boolean(), (some, narrow) => {
        const rows = results(some)
        const matrix = matrixOf(rows, { narrow })
        expect(matrixOf(rows.toReversed(), { narrow }).columns).toEqual(matrix.columns)
        expect(matrix.columns.length).toBeLessThanOrEqual(narrow ? 2 : MOST_GROUPS + 2)
        const cells = matrix.lines.flatMap((line) => line.cells)
        const entries = cells.flatMap(({ folded, shown }) => [...folded, ...shown])
        const keys = entries.flatMap(({ attempts }) => attempts.map(({ key }) => key))
        expect(keys.toSorted()).toEqual(rows.map(({ key }) => key).toSorted())
        expect(cells.flatMap(({ folded }) => folded).filter(({ attempts }) => attempts.some(inTrouble))).toEqual([])
        expect(matrix.lines.every((line) => line.cells.length === matrix.columns.length)).toBe(true)
      }),
    )
  })

  it('is walked by keys: every place is reached, none is left by a step and its opposite on a line', () => {
    const moves: MatrixMove[] = ['left', 'right', 'up', 'down', 'start', 'end', 'first', 'last']
    fc.assert(
      fc.property(items, (some) => {
        const matrix = matrixOf(results(some))
        const stops = stopsOf(matrix)
        for (const [at, stop] of stops.entries()) {
          expect(atStop(matrix, stop)).not.toBeNull()
          for (const move of moves) {
            const to = moveIn(matrix, stop, move)
            if (to) expect(atStop(matrix, to)).not.toBeNull()
          }
          const right = moveIn(matrix, stop, 'right')
          if (right) {
            expect(right).toEqual(stops[at + 1])
            expect(moveIn(matrix, right, 'left')).toEqual(stop)
          }
          const down = moveIn(matrix, stop, 'down')
          expect(down?.line).toBe(stop.line + 1 < matrix.lines.length ? stop.line + 1 : undefined)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('steps from trouble to trouble, and finds a job again after a refresh', () => {
    const rows = [
      job('Linux x86-64 try build', 2, { key: 'b71' }),
      job(debug('mochitest-1'), 0, { key: 'b72' }),
      job(debug('mochitest-2'), 1, { key: 'b73' }),
      job(debug('mochitest-3'), null, { key: 'b74', state: 'running' }),
    ]
    const matrix = matrixOf([...rows, job(debug('mochitest-3'), 4, { submitted: 500 })])
    const first = nextTrouble(matrix, null, 1)
    const second = nextTrouble(matrix, first, 1)
    const third = nextTrouble(matrix, second, 1)
    const keys = [first, second, third].map((stop) => stop && atStop(matrix, stop)?.entry?.key)
    expect(keys).toEqual(['b71', 'b73', 'b74'])
    expect(nextTrouble(matrix, third, 1)).toBeNull()
    expect(nextTrouble(matrix, second, -1)).toEqual(first)
    expect(nextTrouble(matrix, null, -1)).toEqual(third)
    expect(stopOfKey(matrix, 'b73')).toEqual(second)
    expect(stopOfKey(matrix, 'b72')).toMatchObject({ index: 0 })
    expect(stopOfKey(matrix, 'b99')).toBeNull()
  })
})
