import { Suspense, useEffect, useMemo, useState } from 'react'
import { useBatches } from '../actions/batchStore.ts'
import { count } from '../domain/duration.ts'
import { clearPicked, pickAll, usePickedKeys } from '../stores/selection.ts'
import { chosenOf, splitOf } from '../table/chosen.ts'
import { keyAt } from '../table/jobTable.ts'
import type { JobTable } from '../table/jobTable.ts'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/announce.ts'
import { useWallClock } from '../ui/clock.ts'
import { BatchLine } from './BatchLine.tsx'
import { BulkPreview, warmPreviews } from './BulkPreview.tsx'
import type { BulkQuestion } from './BulkPreview.tsx'
import { useInSight } from './batchesInSight.ts'
import styles from './bulkBar.module.css'
import { useBarFocus } from './useBarFocus.ts'

type Act = BulkQuestion['act']

type Props = {
  /** The list whose picked jobs these are. */
  place: string
  table: JobTable
  /** Whether the filter shows a row. */
  has: (row: number) => boolean
  /** All that the filter shows: how many, and their keys. */
  matching: { count: number; keys: () => Iterable<string> }
  branch: string
  /** Of the push, on its page. */
  revision: string | null
  signedOut: boolean
}

/** `toolbar` `Bulk actions`: what is picked on the list and what can be asked of it; and what was, while it is sent. */
export function BulkBar({ place, table, has, matching, branch, revision, signedOut }: Props) {
  const keys = usePickedKeys(place)
  // What was never answered is given up after minutes: no need to look each second.
  const now = useWallClock(10) * 1000
  const batches = useInSight(useBatches(), now)
  const chosen = useMemo(() => chosenOf(table, { has }, keys), [table, has, keys])
  const split = useMemo(() => splitOf(table, chosen.rows), [table, chosen])
  const [asking, setAsking] = useState<BulkQuestion | null>(null)
  const { bar, onFocus, onBlur, expectLoss } = useBarFocus()

  const some = keys.size > 0
  useEffect(() => {
    if (some) warmPreviews()
  }, [some])

  const { rows, hidden, gone } = chosen
  if (keys.size === 0 && batches.length === 0 && !asking) return null

  const ask = (act: Act) => () => setAsking({ act, keys: Array.from(rows, (row) => keyAt(table, row)) })
  const unless = (...reasons: (string | false)[]) => reasons.find(Boolean) || null
  const noSign = signedOut && 'Read-only: sign in to act'
  const none = rows.length === 0 && 'Nothing that the filter shows is selected'
  const close = () => setAsking(null)
  const asked = (batch: string | null) => {
    expectLoss()
    clearPicked(batch)
    setAsking(null)
  }
  return (
    <>
      {batches.map(({ id }) => (
        <div key={id} className={styles.place} />
      ))}
      {keys.size > 0 && <div className={styles.place} />}
      <div
        ref={bar}
        className={styles.bar}
        role="toolbar"
        aria-label="Bulk actions"
        data-bulk=""
        onFocus={onFocus}
        onBlur={onBlur}
      >
        {batches.map((batch) => (
          <BatchLine key={batch.id} batch={batch} now={now} />
        ))}
        {keys.size > 0 && (
          <div className={styles.line} data-line="">
            <b>{count(rows.length)} selected</b>
            <span className={styles.dim}>
              {[
                split.pending > 0 && `${count(split.pending)} pending`,
                split.running > 0 && `${count(split.running)} running`,
                split.ended > 0 && `${count(split.ended)} finished`,
                hidden > 0 && `${count(hidden)} more hidden by the filter, left out`,
                gone > 0 && `${count(gone)} no longer listed`,
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
            {rows.length < matching.count && (
              <Button variant="quiet" className={styles.plain} onClick={() => pickAll(place, matching.keys())}>
                Select all {count(matching.count)} matching
              </Button>
            )}
            <span className={styles.acts}>
              <Button
                className={styles.solid}
                reason={unless(noSign, none, split.pending + split.running === 0 && 'All of these have ended')}
                onClick={ask('cancel')}
              >
                Cancel selected
              </Button>
              <Button reason={unless(noSign, none)} onClick={ask('rebuild')}>
                Rebuild selected
              </Button>
              <Button
                reason={unless(noSign, none, split.pending === 0 && 'None of these still waits for its turn')}
                onClick={ask('priority')}
              >
                Set priority…
              </Button>
              <Button
                variant="quiet"
                className={styles.plain}
                onClick={() => {
                  clearPicked()
                  announce('Selection cleared')
                }}
              >
                Clear selection
              </Button>
            </span>
          </div>
        )}
      </div>
      {asking && (
        <Suspense>
          <BulkPreview question={asking} {...{ table, branch, revision }} onClose={close} onAsked={asked} />
        </Suspense>
      )}
    </>
  )
}
