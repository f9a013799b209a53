import type { BulkRun } from './bulk.ts'
import type { Run } from './measure.ts'
import type { PushRun } from './push.ts'
import type { BigPush } from './pushFarm.ts'
import type { Refresh } from './refresh.ts'

/** One line of a report. Those of the queue have targets that hold at 30,000 jobs. */
type Measure<Of> = {
  what: string
  of: (run: Of) => number
  unit: 'ms' | 'kB' | 'MB' | 'fps' | ''
  /** What it may be at most, given the floor. */
  target?: (floor: number) => number
  /** Whether it is told as a multiple of the floor as well. */
  byFloor?: true
}

const measures: readonly Measure<Run>[] = [
  {
    what: 'JS until the first rows, gzip: page',
    of: ({ load }) => load.script.page / 1e3,
    unit: 'kB',
    target: () => 150,
  },
  { what: 'JS after them, gzip: page', of: ({ load }) => load.script.later / 1e3, unit: 'kB' },
  { what: 'JS, gzip: worker', of: ({ load }) => load.script.worker / 1e3, unit: 'kB', target: () => 20 },
  { what: 'floor: fetch and JSON.parse', of: ({ floor }) => floor, unit: 'ms', byFloor: true },
  {
    what: 'request to first rows',
    of: ({ load }) => load.firstRows,
    unit: 'ms',
    target: (floor) => floor + 300,
    byFloor: true,
  },
  { what: 'request to all rows', of: ({ load }) => load.allRows, unit: 'ms', byFloor: true },
  { what: 'longest task before first rows', of: ({ load }) => load.taskBefore, unit: 'ms' },
  { what: 'longest task after first rows', of: ({ load }) => load.taskAfter, unit: 'ms', target: () => 50 },
  ...refreshOf('what waits and runs', ({ refreshed }) => refreshed.now),
  ...refreshOf('the day list', ({ refreshed }) => refreshed.day),
  { what: 'keystroke to rows, median', of: ({ typed }) => median(typed.keystrokes), unit: 'ms', target: () => 50 },
  { what: 'keystroke to rows, worst', of: ({ typed }) => Math.max(...typed.keystrokes), unit: 'ms' },
  { what: 'typing: longest task', of: ({ typed }) => typed.task, unit: 'ms', target: () => 50 },
  { what: 'scrolling 60 px a frame', of: ({ scrolled }) => scrolled.fps, unit: 'fps' },
  { what: 'scrolling: longest task', of: ({ scrolled }) => scrolled.task, unit: 'ms', target: () => 50 },
  { what: 'elements after load', of: ({ elements }) => elements, unit: '', target: () => 4000 },
  { what: 'elements while scrolling, most', of: ({ scrolled }) => scrolled.elements, unit: '', target: () => 4000 },
  { what: 'elements in the biggest push, most', of: ({ opened }) => opened, unit: '', target: () => 4000 },
  { what: 'heap of the page: objects', of: ({ heap }) => heap.page.objects / 1e6, unit: 'MB' },
  { what: 'heap of the page: columns', of: ({ heap }) => heap.page.arrays / 1e6, unit: 'MB' },
  { what: 'heap of the worker: objects', of: ({ heap }) => (heap.worker?.objects ?? NaN) / 1e6, unit: 'MB' },
  { what: 'heap of the worker: columns', of: ({ heap }) => (heap.worker?.arrays ?? NaN) / 1e6, unit: 'MB' },
]

function refreshOf(what: string, of: (run: Run) => Refresh): readonly Measure<Run>[] {
  return [
    { what: `refresh of ${what}: rows that differ`, of: (run) => of(run).changes, unit: '' },
    { what: '  main thread in all', of: (run) => of(run).work.total, unit: 'ms', target: () => 16 },
    { what: '  of that, processor', of: (run) => of(run).work.processor, unit: 'ms' },
    { what: '  longest task', of: (run) => of(run).work.longest, unit: 'ms', target: () => 50 },
  ]
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2
}

const digits = (value: number): string =>
  Number.isNaN(value) ? '–' : Math.abs(value) < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en')

/** Milliseconds: how long this machine takes for the day list without the app, by which figures of machines compare. */
export const floorOf = (runs: readonly Run[]): number => median(runs.map((run) => run.floor))

/** Prints medians with their range, and for each target whether it is met. */
export function printReport(scenario: string, runs: readonly Run[]): void {
  const [first] = runs
  if (!first) return
  console.log(
    `\n${scenario}: ${first.list.rows.toLocaleString('en')} rows in the day list, ${digits(first.list.bytes / 1e6)} MB; ` +
      `medians of ${runs.length}`,
  )
  printMeasures(measures, runs, floorOf(runs))
}

const pushMeasures: readonly Measure<PushRun>[] = [
  { what: 'list: last byte to rows', of: ({ list }) => list.paint, unit: 'ms', target: () => 200, byFloor: true },
  {
    what: 'matrix: last byte to cells',
    of: ({ matrix }) => matrix.paint,
    unit: 'ms',
    target: () => 200,
    byFloor: true,
  },
  {
    what: 'list, from the queue: last byte to rows',
    of: ({ fromQueue }) => fromQueue,
    unit: 'ms',
    target: () => 200,
    byFloor: true,
  },
  { what: 'list: arrow to frame, median', of: ({ list }) => median(list.moves), unit: 'ms', target: () => 50 },
  { what: 'list: arrow to frame, worst', of: ({ list }) => Math.max(...list.moves), unit: 'ms', target: () => 50 },
  { what: 'matrix: arrow to frame, median', of: ({ matrix }) => median(matrix.moves), unit: 'ms', target: () => 50 },
  {
    what: 'matrix: arrow to frame, worst',
    of: ({ matrix }) => Math.max(...matrix.moves),
    unit: 'ms',
    target: () => 50,
  },
]

const bulkMeasures: readonly Measure<BulkRun>[] = [
  { what: 'preview: targets', of: ({ preview }) => preview.targets, unit: '' },
  { what: 'preview: press to frame', of: ({ preview }) => preview.took, unit: 'ms', target: () => 100 },
  { what: 'select all: jobs', of: ({ pickAll }) => pickAll.jobs, unit: '' },
  { what: 'select all: longest task', of: ({ pickAll }) => pickAll.task, unit: 'ms', target: () => 50 },
]

/** The same for acts on many jobs of the day. */
export function printBulkReport(scenario: string, runs: readonly BulkRun[]): void {
  console.log(`\n${scenario}, many jobs at once; medians of ${runs.length}`)
  printMeasures(bulkMeasures, runs, NaN)
}

/** The same for a big push. `floor`: of the day it is of. */
export function printPushReport(scenario: string, push: BigPush, runs: readonly PushRun[], floor: number): void {
  console.log(`\n${scenario}, a push of ${push.jobs.toLocaleString('en')} jobs; medians of ${runs.length}`)
  printMeasures(pushMeasures, runs, floor)
}

function printMeasures<Of>(lines: readonly Measure<Of>[], runs: readonly Of[], floor: number): void {
  for (const { what, of, unit, target, byFloor } of lines) {
    const values = runs.map(of)
    const value = median(values)
    const most = target?.(floor)
    console.log(
      [
        what.padEnd(50),
        `${digits(value)} ${unit}`.padStart(11),
        `${digits(Math.min(...values))}–${digits(Math.max(...values))}`.padStart(16),
        (byFloor ? `${(value / floor).toFixed(2)} × floor` : '').padStart(14),
        most === undefined ? '' : `${value <= most ? 'met' : 'MISSED'} (≤ ${digits(most)})`,
      ]
        .join('  ')
        .trimEnd(),
    )
  }
}
