import { useEffect, useId, useState } from 'react'
import { ask } from '../actions/outbox.ts'
import type { Job } from '../domain/job.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Spinbox } from '../ui/Spinbox.tsx'
import styles from './dialogs.module.css'
import { PRIORITY_LIMIT } from './priorityLimit.ts'

type Props = { job: Job; branch: string; onClose: () => void }

/** Gives a waiting request another priority. */
export function PriorityDialog({ job, branch, onClose }: Props) {
  const priorityId = useId()
  const [priority, setPriority] = useState(job.priority ?? 0)
  // The browser gives focus to the first thing in a dialog, which is the way out.
  useEffect(() => document.getElementById(priorityId)?.focus(), [priorityId])

  const set = () => {
    ask('setPriority', job, branch, { priority })
    onClose()
  }
  return (
    <Dialog
      title="Set priority"
      onClose={onClose}
      onEnter={set}
      footer={
        <>
          <Button variant="primary" onClick={set}>{`Set priority ${priority}`}</Button>
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <p className={styles.job}>{job.builder}</p>
      <div className={styles.field}>
        <label htmlFor={priorityId}>Priority</label>
        <Spinbox
          id={priorityId}
          label="Priority"
          value={priority}
          min={-PRIORITY_LIMIT}
          max={PRIORITY_LIMIT}
          onChange={setPriority}
        />
        <span className={styles.note}>
          higher goes first; now {job.priority === null ? 'not told by the list' : job.priority}
        </span>
      </div>
    </Dialog>
  )
}
