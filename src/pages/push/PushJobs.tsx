import { useDeferredValue, useLayoutEffect, useRef, useState } from 'react'
import type { MouseEvent, RefObject } from 'react'
import { count } from '../../domain/duration.ts'
import { JobHeads } from '../../parts/JobHeads.tsx'
import { JobKeys } from '../../parts/JobKeys.tsx'
import { JobLine } from '../../parts/JobLine.tsx'
import { RowsLog } from '../../parts/RowsLog.tsx'
import { disarm } from '../../parts/cancelPress.ts'
import { several } from '../../parts/several.ts'
import { jobAt, keyAt } from '../../table/jobTable.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { rowOfKey } from '../../table/rows.ts'
import link from '../../ui/link.module.css'
import styles from './jobs.module.css'
import type { KeyboardPlace } from './keyboardPlace.ts'
import { useJobKeys } from './useJobKeys.ts'
import { useOpenJob } from './usePushAddress.ts'

/** Rows drawn at first: a push with more has most of its trouble in them, since the worst stands first. */
const FIRST = 120
/** Of these, as many as fill the window stand at once; the others follow in a moment. In pixels: a row, what is above them. */
const ROW = 28
const ABOVE = 280
const atOnce = () => Math.max(8, Math.ceil((innerHeight - ABOVE) / ROW))

type Props = {
  /** What is picked belongs to. */
  place: string
  table: JobTable
  /** Worst first. */
  rows: Int32Array
  branch: string
  revision: string
  signedOut: boolean
  keyboard: RefObject<KeyboardPlace>
}

/** `grid` `Jobs`: the jobs of a push, worst first. What is out of sight is left to the browser to skip. */
export function PushJobs({ place, table, rows, branch, revision, signedOut, keyboard }: Props) {
  const grid = useRef<HTMLDivElement>(null)
  const { open, openJob } = useOpenJob()
  const [all, setAll] = useState(false)
  const [cursor, setCursor] = useState<string | null>(null)
  const most = all ? rows.length : Math.min(FIRST, rows.length)
  const limit = useDeferredValue(most, atOnce())
  const listed = Array.from(rows.subarray(0, limit), (row) => ({ row, key: keyAt(table, row) }))
  const found = listed.findIndex(({ key }) => key === cursor)
  /** The job that focus goes to as soon as it is drawn. */
  const goal = useRef<string | null>(null)
  const reach = () => {
    if (goal.current !== null) grid.current?.querySelector<HTMLElement>(`[data-key="${goal.current}"]`)?.focus()
  }
  useLayoutEffect(() => {
    reach()
    if (limit === most) goal.current = null
  })
  const focus = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    goal.current = keyAt(table, row)
    if (index >= most) setAll(true)
    reach()
  }
  useLayoutEffect(() => {
    const { key, lands } = keyboard.current
    keyboard.current.lands = false
    const row = rowOfKey(table, key ?? open ?? '')
    if (lands) focus(Math.max(0, row === null ? -1 : rows.indexOf(row)))
    // As it comes, and never after.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const here = () => {
    const line = listed[found] ?? listed.find(({ key }) => key === open)
    return line ? { job: jobAt(table, line.row), item: line.key, revision } : null
  }
  const onKeyDown = useJobKeys({
    rows,
    at: found < 0 ? null : found,
    table,
    branch,
    focus,
  })
  /** A press on a row, and on nothing in it, shows its job beside the list. */
  const onClick = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || target.closest('a, button, input, [popover]')) return
    const key = target.closest<HTMLElement>('[data-key]')?.dataset['key']
    if (key !== undefined && getSelection()?.isCollapsed !== false) openJob(key, false)
  }
  const rest = rows.length - most
  return (
    <div className={styles.jobs}>
      <div
        ref={grid}
        role="grid"
        aria-label="Jobs"
        aria-rowcount={rows.length + 1}
        aria-multiselectable
        data-dims=""
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={({ target }) => {
          const key = target.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null
          goal.current = null
          keyboard.current.key = key
          setCursor(key)
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) disarm()
        }}
      >
        <JobHeads rowIndex={1} />
        {listed.map(({ row, key }, index) => (
          <JobLine
            key={key}
            table={table}
            row={row}
            itemKey={key}
            place={place}
            branch={branch}
            revision={revision}
            signedOut={signedOut}
            stop={index === found ? 'cursor' : found < 0 && index === 0 ? 'tab' : null}
            rowIndex={index + 2}
            open={key === open}
          />
        ))}
      </div>
      <p className={styles.foot}>
        {rest > 0 ? `${count(most)} of ` : ''}
        {several(rows.length, 'job')}, worst first
        {rest > 0 && (
          <>
            {' · '}
            <button type="button" className={link.link} onClick={() => setAll(true)}>
              show {count(rest)} more
            </button>
          </>
        )}
      </p>
      <JobKeys
        place={place}
        branch={branch}
        signedOut={signedOut}
        here={here}
        lines={() => listed.map(({ key }) => ({ item: key, key }))}
      />
      <RowsLog />
    </div>
  )
}
