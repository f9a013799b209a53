import { useDeferredValue, useMemo, useState } from 'react'
import { useActions } from '../../actions/store.ts'
import { count } from '../../domain/duration.ts'
import { effectOfMany, manyEffectWords } from '../../domain/effectOfMany.ts'
import { guardFor } from '../../domain/guard.ts'
import type { Job } from '../../domain/job.ts'
import { commonPriority, priorityRadius } from '../../domain/priorityRadius.ts'
import { useLoadedToday } from '../../queries/loadedDay.ts'
import dialogs from '../dialogs.module.css'
import { PRIORITY_LIMIT } from '../priorityLimit.ts'
import { SpinField } from '../SpinField.tsx'
import { several } from '../several.ts'
import { useFaults } from '../useFaults.ts'
import { useWaitingNow } from '../useWaitingNow.ts'
import { FoldedList } from './FoldedList.tsx'
import { PreviewFrame } from './PreviewFrame.tsx'
import { WillBeRefused } from './WillBeRefused.tsx'
import { askMany } from './askMany.ts'
import styles from './preview.module.css'

type Props = {
  /** What was picked, as the lists show it now. The same array while nothing of it changed. */
  jobs: readonly Job[]
  /** The short name of the address. */
  branch: string
  /** Of the push they are in, where all are in one. */
  revision: string | null
  onClose: () => void
  /** With the batch's id; null where it was one job, or nothing was left to ask. */
  onAsked?: (batch: string | null) => void
}

/** One priority for several requests that wait: which of the jobs picked those are, and whom they would pass. */
export function PriorityPreview({ jobs, branch, revision, onClose, onAsked }: Props) {
  const { fault, tell } = useFaults()
  const actions = useActions()
  const [chosen, setPriority] = useState<number | null>(null)
  const open = useMemo(() => priorityRadius(jobs, null, actions), [jobs, actions])
  const { targets, refused } = useMemo(() => priorityRadius(jobs, chosen, actions), [jobs, chosen, actions])
  const common = commonPriority(open.targets)
  const { waiting, reading } = useWaitingNow(useLoadedToday(branch), open.targets.length > 0)
  const wanted = useDeferredValue(chosen)
  const effect = useMemo(
    () => (wanted === null || waiting === null ? null : manyEffectWords(effectOfMany(open.waiting, wanted, waiting))),
    [open, wanted, waiting],
  )
  const guard = guardFor({ act: 'reprioritize', targets: targets.length, revision, branch })

  const set = () => {
    if (chosen === null) return
    const title = `Set priority ${chosen} for ${several(targets.length, 'job')}`
    const batch = askMany('setPriority', targets, branch, { priority: chosen, title })
    onAsked?.(batch)
  }
  return (
    <PreviewFrame
      title="Set priority"
      guard={guard}
      notYet={fault ?? (chosen === null && targets.length > 0 ? 'Choose a priority first' : null)}
      verb="Set priority of"
      jobs={targets.length}
      writes={targets.length}
      way="Close"
      onAct={set}
      onClose={onClose}
    >
      <p className={styles.quiet}>
        {count(open.targets.length)} of {several(jobs.length, 'job')} still{' '}
        {open.targets.length === 1 ? 'waits' : 'wait'}: only those have a priority to change. Higher goes first.
      </p>
      <SpinField
        label="Priority"
        value={chosen}
        unset="none chosen"
        from={common ?? 0}
        min={-PRIORITY_LIMIT}
        max={PRIORITY_LIMIT}
        note={nowWords(open.targets, common)}
        onChange={setPriority}
        onEmpty={() => setPriority(null)}
        onFault={tell('Priority')}
      >
        <p role="status" className={dialogs.effect}>
          {effect ?? (chosen === null ? '' : unknownWords(reading.status))}
        </p>
      </SpinField>
      <FoldedList
        label="Jobs to get another priority"
        jobs={targets.map(({ key, builder, priority }) => ({
          key,
          builder,
          word: 'pending',
          time: priority === null ? 'not told' : `now ${priority}`,
        }))}
      />
      <WillBeRefused title="Left as they are" refused={refused} />
    </PreviewFrame>
  )
}

function nowWords(jobs: readonly Job[], common: number | null): string {
  if (jobs.length === 0) return ''
  return common === null ? 'now different ones, or not told' : `now ${common}${jobs.length > 1 ? ' for all' : ''}`
}

/** Why nothing is said of the effect. */
const unknownWords = (status: 'loading' | 'ready' | 'failed'): string =>
  status === 'failed' ? 'Whom they would pass is not known: what waits now could not be read' : ''
