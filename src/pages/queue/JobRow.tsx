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
import { cx } from '../../ui/cx.ts'
import type { Stop } from './items.ts'
import styles from './jobs.module.css'
import rows from './rows.module.css'
import { sameJob } from './sameJob.ts'

type Props = {
  job: Job
  /** Its key in the list: a merged job stands in several pushes. */
  itemKey: string
  branch: string
  /** Of the push it is shown in. */
  revision: string | null
  signedOut: boolean
  stop: Stop
  rowIndex: number
}

/** One job: what it is, how long it waited and ran, and what can be asked of it or has been. */
export const JobRow = memo(
  function JobRow({ job, itemKey, branch, revision, signedOut, stop, rowIndex }: Props) {
    const wanted = useMemo(
      () => ({ buildId: job.buildId, requestIds: job.requests.map((request) => request.requestId) }),
      [job],
    )
    const actions = useActionsFor(wanted)
    const word = jobWord(job.state, job.result)
    return (
      <div
        role="row"
        aria-level={2}
        aria-rowindex={rowIndex}
        aria-label={rowName(job.builder, word, actions[0] ?? null)}
        tabIndex={stop === null ? -1 : 0}
        data-key={itemKey}
        data-row=""
        className={cx(styles.job, stop === 'cursor' && rows.cursor)}
      >
        <div role="gridcell">
          <StatusChip word={word} />
        </div>
        <div role="gridcell" className={styles.builder} title={job.builder}>
          <a href={jobPath(branch, job)}>{job.builder}</a>
          {job.requests.length > 1 && <span className={styles.serves}>serves {job.requests.length} requests</span>}
        </div>
        <div role="gridcell" className={cx(styles.number, styles.waited)}>
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
  (was, is) =>
    was.itemKey === is.itemKey &&
    was.branch === is.branch &&
    was.revision === is.revision &&
    was.signedOut === is.signedOut &&
    was.stop === is.stop &&
    was.rowIndex === is.rowIndex &&
    sameJob(was.job, is.job),
)
