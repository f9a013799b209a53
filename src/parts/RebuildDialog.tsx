import { useEffect, useId, useState } from 'react'
import { ask } from '../actions/outbox.ts'
import type { Job } from '../domain/job.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Spinbox } from '../ui/Spinbox.tsx'
import styles from './dialogs.module.css'
import { PRIORITY_LIMIT } from './priorityLimit.ts'

/** More runs at once need the guards of bulk actions. */
const MOST_RUNS = 20

type Props = { job: Job; branch: string; onClose: () => void }

/** Rebuild with a count and a priority. The original's priority is kept unless changed here: the server would say 0. */
export function RebuildDialog({ job, branch, onClose }: Props) {
  const countId = useId()
  const priorityId = useId()
  const [count, setCount] = useState(1)
  // Untouched, the original's goes along, also where the list does not tell it.
  const [priority, setPriority] = useState<number | null>(job.priority)

  // The browser gives focus to the first thing in a dialog, which is the way out.
  useEffect(() => document.getElementById(countId)?.focus(), [countId])

  const rebuild = () => {
    ask('rebuild', job, branch, priority === null || priority === job.priority ? { count } : { count, priority })
    onClose()
  }
  return (
    <Dialog
      title="Rebuild"
      onClose={onClose}
      onEnter={rebuild}
      footer={
        <>
          <Button variant="primary" onClick={rebuild}>{`Rebuild ${count} times`}</Button>
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <p className={styles.job}>{job.builder}</p>
      <div className={styles.field}>
        <label htmlFor={countId}>Count</label>
        <Spinbox id={countId} label="Count" value={count} min={1} max={MOST_RUNS} onChange={setCount} />
        <span className={styles.note}>more runs of this job, each a request of its own</span>
      </div>
      <div className={styles.field}>
        <label htmlFor={priorityId}>Priority</label>
        <Spinbox
          id={priorityId}
          label="Priority"
          value={priority ?? 0}
          min={-PRIORITY_LIMIT}
          max={PRIORITY_LIMIT}
          onChange={setPriority}
        />
        <span className={styles.note}>
          {job.priority === null
            ? 'higher goes first; the list does not tell that of the original'
            : `higher goes first; the original has ${job.priority}`}
        </span>
      </div>
    </Dialog>
  )
}
