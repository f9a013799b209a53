import { useState } from 'react'
import { ask } from '../actions/outbox.ts'
import { tooManyRuns, usualLimits } from '../domain/guard.ts'
import type { Job } from '../domain/job.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SpinField } from './SpinField.tsx'
import styles from './dialogs.module.css'
import { PRIORITY_LIMIT } from './priorityLimit.ts'
import { useFaults } from './useFaults.ts'

type Props = { job: Job; branch: string; onClose: () => void }

/** Rebuild with a count and a priority. The original's priority is kept unless changed here: the server would say 0. */
export function RebuildDialog({ job, branch, onClose }: Props) {
  const { fault, tell } = useFaults()
  const [count, setCount] = useState(1)
  // Untouched, the original's goes along, also where the list does not tell it.
  const [priority, setPriority] = useState<number | null>(job.priority)

  const rebuild = () => {
    if (fault !== null) return
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
          <Button variant="primary" reason={fault} onClick={rebuild}>{`Rebuild ${count} times`}</Button>
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <p className={styles.job}>{job.builder}</p>
      <SpinField
        label="Count"
        value={count}
        min={1}
        max={usualLimits.count}
        tooMuch={tooManyRuns(usualLimits.count)}
        note="more runs of this job, each a request of its own"
        onChange={setCount}
        onFault={tell('Count')}
      />
      <SpinField
        label="Priority"
        value={priority ?? 0}
        min={-PRIORITY_LIMIT}
        max={PRIORITY_LIMIT}
        note={
          job.priority === null
            ? 'higher goes first; the list does not tell that of the original'
            : `higher goes first; the original has ${job.priority}`
        }
        onChange={setPriority}
        onFault={tell('Priority')}
      />
    </Dialog>
  )
}
