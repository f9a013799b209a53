import { useDeferredValue, useMemo, useState } from 'react'
import { ask } from '../actions/outbox.ts'
import type { Job } from '../domain/job.ts'
import { effectWords } from '../domain/placeWords.ts'
import { passes, waitingOf } from '../domain/queuePlace.ts'
import { useLoadedToday } from '../queries/loadedDay.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SpinField } from './SpinField.tsx'
import styles from './dialogs.module.css'
import { PRIORITY_LIMIT } from './priorityLimit.ts'
import { useFaults } from './useFaults.ts'
import { useWaitingNow } from './useWaitingNow.ts'

type Props = { job: Job; branch: string; onClose: () => void }

/** Gives a waiting request another priority. */
export function PriorityDialog({ job, branch, onClose }: Props) {
  const [priority, setPriority] = useState(job.priority ?? 0)
  const { fault, tell } = useFaults()
  const effect = useEffectOf(job, branch, priority)

  const set = () => {
    if (fault !== null) return
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
          <Button variant="primary" reason={fault} onClick={set}>{`Set priority ${priority}`}</Button>
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <p className={styles.job}>{job.builder}</p>
      <SpinField
        label="Priority"
        value={priority}
        min={-PRIORITY_LIMIT}
        max={PRIORITY_LIMIT}
        note={`higher goes first; now ${job.priority ?? 'not told by the list'}`}
        onChange={setPriority}
        onFault={tell('Priority')}
      >
        <p role="status" className={styles.effect}>
          {effect}
        </p>
      </SpinField>
    </Dialog>
  )
}

/** What a priority would do to the job's place, in words: a range where priorities of others are not told; null until known. */
function useEffectOf(job: Job, branch: string, priority: number): string | null {
  const { waiting } = useWaitingNow(useLoadedToday(branch), job.state === 'pending')
  const wanted = useDeferredValue(priority)
  return useMemo(() => {
    const own = waitingOf(job)
    return own && waiting && effectWords(passes(own, wanted, waiting))
  }, [job, waiting, wanted])
}
