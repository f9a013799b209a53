import { useRef, useState } from 'react'
import { count } from '../../domain/duration.ts'
import { disarm } from '../../parts/cancelPress.ts'
import { several } from '../../parts/several.ts'
import { jobAt, keyAt } from '../../table/jobTable.ts'
import type { JobTable } from '../../table/jobTable.ts'
import link from '../../ui/link.module.css'
import { PushJobRow } from './PushJobRow.tsx'
import styles from './jobs.module.css'
import { useJobKeys } from './useJobKeys.ts'

/** Rows drawn at first: a push with more has most of its trouble in them, since the worst stands first. */
const FIRST = 150

type Props = {
  table: JobTable
  /** Worst first. */
  rows: Int32Array
  branch: string
  revision: string
  signedOut: boolean
}

/** `grid` `Jobs`: the jobs of a push, worst first. What is out of sight is left to the browser to skip. */
export function PushJobs({ table, rows, branch, revision, signedOut }: Props) {
  const grid = useRef<HTMLDivElement>(null)
  const [all, setAll] = useState(false)
  const [cursor, setCursor] = useState<string | null>(null)
  const listed = Array.from(all ? rows : rows.subarray(0, FIRST), (row) => ({ row, key: keyAt(table, row) }))
  const found = listed.findIndex(({ key }) => key === cursor)
  const stop = Math.max(0, found)
  const focus = (index: number) => {
    const key = listed[index]?.key
    if (key !== undefined) grid.current?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.focus()
  }
  const onKeyDown = useJobKeys({
    rows: listed.map(({ row }) => row),
    at: found < 0 ? null : found,
    table,
    branch,
    revision,
    signedOut,
    focus,
  })
  const rest = rows.length - listed.length
  return (
    <div className={styles.jobs}>
      <div
        ref={grid}
        role="grid"
        aria-label="Jobs"
        aria-rowcount={rows.length + 1}
        data-dims=""
        onKeyDown={onKeyDown}
        onFocus={(event) => setCursor(event.target.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null)}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) disarm()
        }}
      >
        <div role="row" aria-rowindex={1} className={styles.heads}>
          <div role="columnheader">State</div>
          <div role="columnheader">Builder</div>
          <div role="columnheader" className={styles.waited}>
            Waited
          </div>
          <div role="columnheader" className={styles.number}>
            Ran
          </div>
          <div role="columnheader" className={styles.asked}>
            Asked for
          </div>
          <div role="columnheader" className={styles.acts}>
            Action
          </div>
        </div>
        {listed.map(({ row, key }, index) => (
          <PushJobRow
            key={key}
            job={jobAt(table, row)}
            branch={branch}
            revision={revision}
            signedOut={signedOut}
            isStop={index === stop}
            rowIndex={index + 2}
          />
        ))}
      </div>
      <p className={styles.foot}>
        {rest > 0 ? `${count(listed.length)} of ` : ''}
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
    </div>
  )
}
