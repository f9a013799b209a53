import { memo, useMemo } from 'react'
import { useActionsFor } from '../../actions/store.ts'
import { rowName } from '../../domain/actionWords.ts'
import type { Job } from '../../domain/job.ts'
import { jobWord } from '../../domain/state.ts'
import { JobAsked } from '../../parts/JobAsked.tsx'
import { JobButtons } from '../../parts/JobButtons.tsx'
import { jobPath } from '../../parts/jobLinks.ts'
import { Duration } from '../../ui/Duration.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import styles from './jobs.module.css'

type Props = {
  job: Job
  branch: string
  /** Of the push it is shown in. */
  revision: string
  signedOut: boolean
  /** Whether Tab reaches the row. */
  isStop: boolean
  rowIndex: number
}

/** One job of the push: what it is, how long it waited and ran, and what can be asked of it or has been. */
export const PushJobRow = memo(
  function PushJobRow({ job, branch, revision, signedOut, isStop, rowIndex }: Props) {
    const wanted = useMemo(
      () => ({ buildId: job.buildId, requestIds: job.requests.map((request) => request.requestId) }),
      [job],
    )
    const actions = useActionsFor(wanted)
    const word = jobWord(job.state, job.result)
    return (
      <div
        role="row"
        aria-rowindex={rowIndex}
        aria-label={rowName(job.builder, word, actions[0] ?? null)}
        tabIndex={isStop ? 0 : -1}
        data-key={job.key}
        className={styles.job}
      >
        <div role="gridcell">
          <StatusChip word={word} />
        </div>
        <div role="gridcell" className={styles.builder} title={job.builder}>
          <a href={jobPath(branch, job)}>{job.builder}</a>
          {job.requests.length > 1 && <span className={styles.serves}>serves {job.requests.length} requests</span>}
        </div>
        <div role="gridcell" className={styles.waited}>
          <Duration from={job.submitted} to={job.claimed ?? job.started ?? job.ended} />
        </div>
        <div role="gridcell" className={styles.number}>
          <Duration from={job.started} to={job.ended} />
        </div>
        <div role="gridcell" className={styles.asked}>
          <JobAsked job={job} revision={revision} actions={actions} />
        </div>
        <div role="gridcell" className={styles.acts}>
          <JobButtons job={job} branch={branch} revision={revision} signedOut={signedOut} />
        </div>
      </div>
    )
  },
  // A refresh makes every job anew; most say what they said.
  (was, is) =>
    was.branch === is.branch &&
    was.revision === is.revision &&
    was.signedOut === is.signedOut &&
    was.isStop === is.isStop &&
    was.rowIndex === is.rowIndex &&
    JSON.stringify(was.job) === JSON.stringify(is.job),
)
