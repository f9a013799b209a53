import { useMemo } from 'react'
import { proposePush } from '../../actions/proposePush.ts'
import { blastRadius } from '../../domain/blastRadius.ts'
import { guardFor } from '../../domain/guard.ts'
import { pushPlan } from '../../domain/pushPlan.ts'
import { sameRevision } from '../../domain/revision.ts'
import { useLoadedToday } from '../../queries/loadedDay.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { jobsAround } from '../../table/readings.ts'
import { useNow } from '../../ui/clock.ts'
import { AlsoHit } from './AlsoHit.tsx'
import { CancelTargets } from './CancelTargets.tsx'
import { PreviewFrame } from './PreviewFrame.tsx'
import { WillBeRefused } from './WillBeRefused.tsx'
import styles from './preview.module.css'

type Props = { table: JobTable; branch: string; revision: string; onClose: () => void }

/** All that a cancel of the push would hit, and the revision to be typed before it is asked for. */
export function CancelPushDialog({ table, branch, revision, onClose }: Props) {
  const today = useLoadedToday(branch)
  const now = useNow()
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

  const cancel = () => {
    const requestIds = [...radius.pending, ...radius.running].flatMap((job) =>
      job.requests.filter((request) => sameRevision(request.revision, revision)).map(({ requestId }) => requestId),
    )
    const { plan, subject } = pushPlan('cancelRevision', { branch, revision, requestIds })
    proposePush(plan, subject)
  }
  return (
    <PreviewFrame
      title={`Cancel push ${revision}`}
      guard={guardFor({ act: 'cancel', targets: jobs, wholePush: true, revision, branch })}
      verb="Cancel"
      jobs={jobs}
      writes={1}
      danger
      way="Keep running"
      onAct={cancel}
      onClose={onClose}
    >
      <p className={styles.quiet}>Everything of this revision that has not finished. What has finished stays.</p>
      <CancelTargets radius={radius} now={now} />
      <AlsoHit radius={radius} branch={branch} wholeDay={false} beyond="this push" />
      <WillBeRefused title="Will be refused" refused={radius.refused} />
    </PreviewFrame>
  )
}
