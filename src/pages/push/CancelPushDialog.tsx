import { useEffect, useId, useMemo, useState } from 'react'
import { proposePush } from '../../actions/proposePush.ts'
import { blastRadius } from '../../domain/blastRadius.ts'
import { guardFor, isTyped } from '../../domain/guard.ts'
import { pushPlan } from '../../domain/pushPlan.ts'
import { sameRevision } from '../../domain/revision.ts'
import { useLoadedToday } from '../../queries/loadedDay.ts'
import { usePreferences } from '../../stores/preferences.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { jobsAround } from '../../table/readings.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { useNow } from '../../ui/clock.ts'
import { AlsoHit } from './AlsoHit.tsx'
import { CancelTargets } from './CancelTargets.tsx'
import styles from './cancelPush.module.css'

type Props = { table: JobTable; branch: string; revision: string; onClose: () => void }

/** All that a cancel of the push would hit, and the revision to be typed before it is asked for. */
export function CancelPushDialog({ table, branch, revision, onClose }: Props) {
  const field = useId()
  const way = useId()
  const [typed, setTyped] = useState('')
  const today = useLoadedToday(branch)
  const now = useNow()
  const undoSeconds = usePreferences((preferences) => preferences.undoSeconds)
  // The push's own list does not tell which other pushes its builds serve; today's does (contract surprise 31).
  const known = useMemo(
    () => [...jobsAround(table, { revision }), ...(today ? jobsAround(today, { revision }) : [])],
    [table, today, revision],
  )
  const radius = useMemo(
    () => blastRadius({ kind: 'push', branch, revision }, known, { now }),
    [known, branch, revision, now],
  )
  const { pending, running } = radius.counts
  const jobs = pending + running
  const guard = guardFor({ act: 'cancel', targets: jobs, wholePush: true, revision, branch })
  const matches = guard.kind === 'typed' && isTyped(guard.type, typed)
  const reason =
    guard.kind === 'refused' ? guard.why : guard.kind === 'typed' && !matches ? `Type ${guard.type} first` : null

  // Nothing is done by a press that comes too soon: the way out has the focus, not the field.
  useEffect(() => document.getElementById(way)?.focus(), [way])

  const cancel = () => {
    if (reason !== null) return
    const requestIds = [...radius.pending, ...radius.running].flatMap((job) =>
      job.requests.filter((request) => sameRevision(request.revision, revision)).map(({ requestId }) => requestId),
    )
    const { plan, subject } = pushPlan('cancelRevision', { branch, revision, requestIds })
    proposePush(plan, subject)
    onClose()
  }
  return (
    <Dialog
      alert
      title={`Cancel push ${revision}`}
      onClose={onClose}
      onEnter={cancel}
      footer={
        <>
          <span className={styles.undo}>Then {undoSeconds} s to undo, before anything is sent</span>
          <Button id={way} onClick={onClose}>
            Keep running
          </Button>
          <Button variant="danger" reason={reason} onClick={cancel}>{`Cancel ${jobs} jobs`}</Button>
        </>
      }
    >
      <p className={styles.quiet}>Everything of this revision that has not finished. What has finished stays.</p>
      <CancelTargets radius={radius} now={now} />
      <AlsoHit radius={radius} branch={branch} todayKnown={today !== null} />
      {guard.kind === 'typed' && (
        <div className={styles.typed}>
          <label htmlFor={field}>
            Type <code>{guard.type}</code> to confirm
          </label>
          <div>
            <input
              id={field}
              type="text"
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            {matches && (
              <StatusChip word="success" plain>
                matches
              </StatusChip>
            )}
          </div>
        </div>
      )}
    </Dialog>
  )
}
