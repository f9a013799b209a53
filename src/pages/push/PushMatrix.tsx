import { useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { useCommands } from '../../commands/registry.ts'
import { matrixOf } from '../../domain/matrix.ts'
import type { Matrix } from '../../domain/matrix.ts'
import { atStop, moveIn, nextTrouble, stopOfKey, stopsOf } from '../../domain/matrixKeys.ts'
import type { MatrixMove, MatrixStop } from '../../domain/matrixKeys.ts'
import { JobKeys } from '../../parts/JobKeys.tsx'
import type { Here } from '../../parts/JobKeys.tsx'
import { jobAt, keyAt } from '../../table/jobTable.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { rowOfKey } from '../../table/rows.ts'
import { matrixItems } from '../../table/readings.ts'
import { announce } from '../../ui/announce.ts'
import link from '../../ui/link.module.css'
import { MatrixLineRow, selectedIn } from './MatrixLineRow.tsx'
import type { KeyboardPlace } from './keyboardPlace.ts'
import styles from './matrix.module.css'
import { useJobClick } from './useJobClick.ts'
import { useNarrow } from './useNarrow.ts'
import { useOpenJob } from './usePushAddress.ts'

type Props = {
  /** What is picked belongs to. */
  place: string
  table: JobTable
  rows: Int32Array
  branch: string
  revision: string
  signedOut: boolean
  keyboard: RefObject<KeyboardPlace>
}

const moves: Record<string, MatrixMove> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'start',
  End: 'end',
}
/** In pixels: what stands above the lines, a row of jobs in a cell; and how many a cell as wide as can be has in one. */
const ABOVE = 280
const ROW = 28
const ABREAST = 7

/** How many lines fill the window: these stand at once, the others follow in a moment. */
function linesInSight({ lines }: Matrix): number {
  let left = innerHeight - ABOVE
  const below = lines.findIndex(({ cells }) => {
    const most = Math.max(1, ...cells.map(({ folded, shown }) => shown.length + Math.min(1, folded.length)))
    left -= Math.ceil(most / ABREAST) * ROW
    return left <= 0
  })
  return below < 0 ? lines.length : below + 1
}

const nameOf = ({ line, column, index }: MatrixStop) => `${line},${column},${index}`

/** `grid` `Matrix of <rev12>`: platforms down, groups across; green folds to a count, trouble never does. */
export function PushMatrix({ place, table, rows, branch, revision, signedOut, keyboard }: Props) {
  const { open: selected, hrefOf } = useOpenJob()
  const onClick = useJobClick()
  const base = hrefOf('')
  const grid = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [cursor, setCursor] = useState<{ stop: MatrixStop; key: string | null } | null>(null)
  const [opened, setOpened] = useState<MatrixStop | null>(null)
  const narrow = useNarrow()
  const matrix = useMemo(() => matrixOf(matrixItems(table, rows), { open, narrow }), [table, rows, open, narrow])

  // Who comes with the focus on a job needs its line.
  const [first] = useState(() => (keyboard.current.lands ? Infinity : linesInSight(matrix)))
  const limit = useDeferredValue(Infinity, first)

  // A job keeps the cursor when a refresh moves it.
  const followed = cursor?.key ? stopOfKey(matrix, cursor.key) : null
  const here = followed ?? (cursor && atStop(matrix, cursor.stop) ? cursor.stop : null)
  const tab = here ?? stopsOf(matrix)[0] ?? null

  const focus = (stop: MatrixStop | null) => {
    if (stop) grid.current?.querySelector<HTMLElement>(`[data-stop="${nameOf(stop)}"] > *`)?.focus()
  }
  const unfold = useCallback((id: string, stop: MatrixStop) => {
    setOpen((old) => new Set(old).add(id))
    setOpened(stop)
  }, [])
  // The count that was pressed is gone: the first of what it hid takes the focus.
  useLayoutEffect(() => {
    if (opened) focus(opened)
  }, [opened])
  useLayoutEffect(() => {
    const { key, lands } = keyboard.current
    keyboard.current.lands = false
    if (lands) focus(stopOfKey(matrix, key ?? selected ?? '') ?? tab)
    // As it comes, and never after.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  const trouble = (step: 1 | -1) => {
    const next = nextTrouble(matrix, here, step)
    if (next) focus(next)
    else announce(step > 0 ? 'No failure below' : 'No failure above')
  }
  const step = (move: MatrixMove) => focus(here ? moveIn(matrix, here, move) : tab)
  useCommands([
    { keys: 'j', run: () => step('down') },
    { keys: 'k', run: () => step('up') },
    { keys: 'n', run: () => trouble(1) },
    { keys: 'p', run: () => trouble(-1) },
  ])
  /** The job under the cursor, or, away from the matrix, the one beside it; a fold of green is all its jobs. */
  const jobHere = (): Here | null => {
    const inside = grid.current?.contains(document.activeElement) ?? false
    const at = here && (inside || selected === null) ? atStop(matrix, here) : null
    if (at && !at.entry) return { keys: () => at.cell.folded.map(({ key }) => key) }
    const row = rowOfKey(table, at?.entry?.key ?? selected ?? '')
    return row === null ? null : { job: jobAt(table, row), item: keyAt(table, row), revision }
  }
  const lines = () =>
    matrix.lines.flatMap(({ cells }) => cells.flatMap(({ shown }) => shown.map(({ key }) => ({ item: key, key }))))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.defaultPrevented || !tab) return
    const whole = event.ctrlKey && (event.key === 'Home' ? 'first' : event.key === 'End' ? 'last' : null)
    const move = whole || (event.ctrlKey ? undefined : moves[event.key])
    if (!move) return
    event.preventDefault()
    focus(moveIn(matrix, tab, move))
  }
  const take = (target: Element) => {
    const [line, column, index] = (target.closest<HTMLElement>('[data-stop]')?.dataset['stop'] ?? '')
      .split(',')
      .map(Number)
    if (line === undefined || column === undefined || index === undefined) return
    const stop = { line, column, index }
    const at = atStop(matrix, stop)
    setCursor({ stop, key: at?.entry?.key ?? null })
    // The list knows each attempt, and each that is green: of those behind one place, the one it came from stays.
    const from = stopOfKey(matrix, keyboard.current.key ?? '')
    if (!from || nameOf(from) !== nameOf(stop)) keyboard.current.key = (at?.entry ?? at?.cell.folded[0])?.key ?? null
  }
  return (
    <>
      <div
        ref={grid}
        role="grid"
        aria-label={`Matrix of ${revision}`}
        className={styles.matrix}
        data-dims=""
        style={{ gridTemplateColumns: `minmax(140px, auto) repeat(${matrix.columns.length}, auto)` }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={(event) => take(event.target)}
      >
        <div role="row" className={styles.heads}>
          <div role="columnheader">Platform</div>
          {matrix.columns.map(({ id, label }) => (
            <div key={id} role="columnheader">
              {label}
            </div>
          ))}
        </div>
        {matrix.lines.slice(0, limit).map((line, at) => (
          <MatrixLineRow
            key={line.id}
            line={line}
            at={at}
            list={place}
            base={base}
            tab={tab?.line === at ? tab : null}
            selected={selectedIn(line, selected)}
            onOpen={unfold}
          />
        ))}
      </div>
      <p className={styles.caption}>
        Green folds to a count; press it to open. A failure, exception or test failure is never folded.{' '}
        {matrix.others.length > 0 && `In Other too, since small: ${matrix.others.join(', ')}. `}
        {open.size > 0 && (
          <button type="button" className={link.link} onClick={() => setOpen(new Set())}>
            Fold green again
          </button>
        )}
      </p>
      <JobKeys place={place} branch={branch} signedOut={signedOut} here={jobHere} lines={lines} />
    </>
  )
}
