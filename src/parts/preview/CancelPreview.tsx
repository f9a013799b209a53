import { useMemo } from 'react'
import { blastRadius } from '../../domain/blastRadius.ts'
import { parseBuilder } from '../../domain/builderName.ts'
import { guardFor } from '../../domain/guard.ts'
import { useLoadedToday } from '../../queries/loadedDay.ts'
import { useIdentity } from '../../stores/identity.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { pushCount } from '../../table/push.ts'
import { jobsAround } from '../../table/readings.ts'
import { rowsOfJobs } from '../../table/rows.ts'
import { useNow } from '../../ui/clock.ts'
import { several } from '../several.ts'
import { AlsoHit } from './AlsoHit.tsx'
import { CancelTargets } from './CancelTargets.tsx'
import { Meanwhile } from './Meanwhile.tsx'
import { PreviewFrame } from './PreviewFrame.tsx'
import { WillBeRefused } from './WillBeRefused.tsx'
import { askMany } from './askMany.ts'
import { usePicked } from './usePicked.ts'
import styles from './preview.module.css'

type Props = {
  /** Rows of `table` that were picked. The same array while it names the same. */
  keys: readonly string[]
  table: JobTable
  /** The short name of the address. */
  branch: string
  /** Of the push they are picked in, where all are in one. */
  revision: string | null
  onClose: () => void
  /** With the batch's id; null where it was one job, or nothing was left to ask. */
  onAsked?: (batch: string | null) => void
}

/** What a cancel of the jobs picked would hit, kept true while it is open, before it is asked for. */
export function CancelPreview({ keys, table, branch, revision, onClose, onAsked }: Props) {
  const today = useLoadedToday(branch)
  const now = useNow()
  const { me } = useIdentity()
  const { jobs, leftOut } = usePicked(table, keys)
  const known = useMemo(
    () => [
      ...jobsAround(table, { rows: jobs.keys() }),
      ...(today && today !== table ? jobsAround(today, { rows: rowsOfJobs(today, jobs.values()) }) : []),
    ],
    [table, today, jobs],
  )
  const radius = useMemo(
    () => blastRadius({ kind: 'jobs', jobs: [...jobs.values()], revision }, known, { now }),
    [jobs, known, revision, now],
  )
  const targets = [...radius.running, ...radius.pending]
  const refused = [...radius.refused, ...leftOut]
  const { merged, people } = radius.collateral
  const guard = guardFor({
    act: 'cancel',
    targets: targets.length,
    nightly: targets.some(({ builder }) => parseBuilder(builder).kind === 'nightly'),
    others: merged.length > 0 || people.some(({ who }) => who !== me),
    revision,
    branch,
  })

  const cancel = () => {
    const batch = askMany('cancel', targets, branch, { title: `Cancel ${several(targets.length, 'job')}` })
    onAsked?.(batch)
  }
  return (
    <PreviewFrame
      title={`Cancel ${several(targets.length, 'job')}${revision === null ? '' : ` of push ${revision}`}`}
      guard={guard}
      verb="Cancel"
      jobs={targets.length}
      writes={targets.length}
      danger
      way="Keep running"
      onAct={cancel}
      onClose={onClose}
    >
      <p className={styles.quiet}>Only the jobs picked. What has finished keeps its result.</p>
      <Meanwhile leftOut={refused} />
      <CancelTargets radius={radius} now={now} />
      <AlsoHit
        radius={radius}
        branch={branch}
        wholeDay={pushCount(table) > 1}
        beyond={targets.length === 1 ? 'this job' : 'these jobs'}
      />
      <WillBeRefused title="Will not be cancelled" refused={refused} />
    </PreviewFrame>
  )
}
