import { useMemo, useState } from 'react'
import { alreadyRebuilt } from '../../domain/alreadyRebuilt.ts'
import { count as countText, duration } from '../../domain/duration.ts'
import { guardFor } from '../../domain/guard.ts'
import type { Job } from '../../domain/job.ts'
import { rebuildRadius } from '../../domain/rebuildRadius.ts'
import { jobWord } from '../../domain/state.ts'
import { useJobLog } from '../../queries/jobLog.ts'
import { useLoadedToday } from '../../queries/loadedDay.ts'
import { attemptsAt } from '../../table/readings.ts'
import { usualRuns } from '../../table/usual.ts'
import { LoadToday } from '../LoadToday.tsx'
import { several } from '../several.ts'
import { useFaults } from '../useFaults.ts'
import { FoldedList } from './FoldedList.tsx'
import { PreviewFrame } from './PreviewFrame.tsx'
import { RebuildFields } from './RebuildFields.tsx'
import { RebuildWarnings } from './RebuildWarnings.tsx'
import { WillBeRefused } from './WillBeRefused.tsx'
import { askMany } from './askMany.ts'
import styles from './preview.module.css'

type Props = {
  /** What is to be rebuilt, as the lists show it now. */
  jobs: readonly Job[]
  /** The short name of the address. */
  branch: string
  /** Of the push they are in, where all are in one. */
  revision: string | null
  title: string
  /** Which jobs these are, where nobody picked them one by one. */
  note?: string
  onClose: () => void
  /** With the batch's id; null where it was one job, or nothing was left to ask. */
  onAsked?: (batch: string | null) => void
}

/** What a rebuild of several jobs would start, how often and how urgent, before it is asked for. */
export function RebuildPreview({ jobs, branch, revision, title, note, onClose, onAsked }: Props) {
  const [count, setCount] = useState(1)
  const [priority, setPriority] = useState<number | null>(null)
  const { fault, tell } = useFaults()
  const today = useLoadedToday(branch)
  const log = useJobLog().value
  const usual = useMemo(
    () =>
      today &&
      usualRuns(
        today,
        jobs.map(({ builder }) => builder),
      ),
    [today, jobs],
  )
  const radius = useMemo(
    () => rebuildRadius(jobs, count, (builder) => usual?.get(builder) ?? null),
    [jobs, count, usual],
  )
  const already = useMemo(
    () => alreadyRebuilt(jobs, today ? attemptsAt(today, jobs) : [], log ?? []),
    [jobs, today, log],
  )
  const { targets, runs, machineSeconds, unknownRuns, refused } = radius
  const guard = guardFor({ act: 'rebuild', targets: targets.length, count, revision, branch })

  const rebuild = () => {
    const name = `Rebuild ${several(targets.length, 'job')}${count > 1 ? ` ×${count}` : ''}`
    const options = priority === null ? { count } : { count, priority }
    const batch = askMany('rebuild', targets, branch, { ...options, title: name })
    onAsked?.(batch)
  }
  return (
    <PreviewFrame
      title={title}
      guard={guard}
      notYet={fault}
      verb="Rebuild"
      jobs={targets.length}
      writes={targets.length}
      way="Close"
      onAct={rebuild}
      onClose={onClose}
    >
      {note !== undefined && <p className={styles.quiet}>{note}</p>}
      <RebuildFields
        jobs={targets}
        count={count}
        onCount={setCount}
        priority={priority}
        onPriority={setPriority}
        tell={tell}
      />
      <dl className={styles.split}>
        <div>
          <dt>
            <b>new runs</b>, {countText(targets.length)} × {count}
          </dt>
          <dd>{countText(runs)}</dd>
        </div>
        <div>
          <dt>
            <b>machine time</b> {usualWords(unknownRuns, runs)}
          </dt>
          <dd>{unknownRuns === runs ? '–' : duration(machineSeconds)}</dd>
        </div>
      </dl>
      <LoadToday branch={branch}>
        What such runs usually take, and who has rebuilt them before, is told by the queue of {branch}.
      </LoadToday>
      <FoldedList
        label="Jobs to be rebuilt"
        jobs={targets.map(({ key, state, result, builder, started, ended }) => ({
          key,
          builder,
          word: jobWord(state, result),
          ...(started !== null && ended !== null ? { time: `ran ${duration(ended - started)}` } : {}),
        }))}
      />
      <RebuildWarnings radius={radius} already={already} count={count} />
      <WillBeRefused title="Cannot be rebuilt" refused={refused} />
    </PreviewFrame>
  )
}

/** How far the machine time is known, by half of the runs of each builder on the loaded day. */
function usualWords(unknown: number, of: number): string {
  if (unknown === 0) return 'by what is usual today'
  return unknown === of
    ? 'is not known: too few runs are loaded'
    : `by what is usual today, unknown for ${countText(unknown)}`
}
