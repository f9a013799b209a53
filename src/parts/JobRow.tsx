import { memo, useMemo } from 'react'
import { useActionsFor } from '../actions/store.ts'
import { rowName } from '../domain/actionWords.ts'
import type { Rebuild } from '../domain/attempts.ts'
import type { Job } from '../domain/job.ts'
import { mergedWords } from '../domain/mergedWords.ts'
import { sameJob } from '../domain/sameJob.ts'
import { jobWord } from '../domain/state.ts'
import { useIsPicked } from '../stores/selection.ts'
import { Duration } from '../ui/Duration.tsx'
import { StatusChip } from '../ui/StatusChip.tsx'
import { cx } from '../ui/cx.ts'
import { JobAsked } from './JobAsked.tsx'
import { JobButtons } from './JobButtons.tsx'
import { PickBox } from './PickBox.tsx'
import { jobPath } from './jobLinks.ts'
import styles from './jobRow.module.css'

type Props = {
  job: Job
  /** The rebuilds of its work since that the list shows. */
  rebuilds: readonly Rebuild[] | undefined
  /** Its key in the list: a merged job stands in several pushes. */
  itemKey: string
  /** The list that its being picked belongs to. */
  place: string
  branch: string
  /** Of the push it is shown in. */
  revision: string | null
  signedOut: boolean
  /** `tab`: the list's one stop for Tab; `cursor`: also the row the keyboard stands on. */
  stop: 'cursor' | 'tab' | null
  rowIndex: number
  /** Shown beside the list, in full. */
  open?: boolean
  /** In a tree of pushes and jobs. */
  level?: 2
}

/** A refresh makes rebuilds anew too; they differ where a run came or went on. */
const sameRebuilds = (one: readonly Rebuild[] = [], other: readonly Rebuild[] = []): boolean =>
  one.length === other.length &&
  one.every(({ jobs, of }, at) => {
    const { jobs: others = [], of: earlier = [] } = other[at] ?? {}
    return (
      jobs.length === others.length &&
      of.length === earlier.length &&
      jobs.every((job, run) => sameJob(job, others[run] ?? job)) &&
      of.every(({ key }, attempt) => key === earlier[attempt]?.key)
    )
  })

/** One job: what it is, how long it waited and ran, and what can be asked of it or has been. */
export const JobRow = memo(
  function JobRow({ job, rebuilds, itemKey, place, branch, revision, signedOut, stop, rowIndex, open, level }: Props) {
    const wanted = useMemo(
      () => ({ buildId: job.buildId, requestIds: job.requests.map((request) => request.requestId) }),
      [job],
    )
    const actions = useActionsFor(wanted)
    const picked = useIsPicked(place, job)
    const word = jobWord(job.state, job.result)
    const merged = mergedWords(job.requests, revision)
    return (
      <div
        role="row"
        aria-level={level}
        aria-rowindex={rowIndex}
        aria-selected={picked}
        aria-current={open || undefined}
        aria-label={rowName(job.builder, word, actions)}
        tabIndex={stop === null ? -1 : 0}
        data-key={itemKey}
        data-row=""
        data-tinted={picked ? '' : undefined}
        className={cx(styles.job, picked && styles.picked, open && styles.open, stop === 'cursor' && styles.cursor)}
      >
        <div role="gridcell" className={styles.pick}>
          <PickBox job={job} place={place} item={itemKey} picked={picked} />
        </div>
        <div role="gridcell" className={styles.state}>
          <StatusChip word={word} />
        </div>
        <div role="gridcell" className={styles.builder} title={job.builder}>
          <a href={jobPath(branch, job)}>{job.builder}</a>
          {merged !== null && (
            <span className={styles.serves} title={merged}>
              {merged}
            </span>
          )}
        </div>
        <div role="gridcell" className={cx(styles.number, styles.waited)}>
          <Duration from={job.submitted} to={job.claimed ?? job.started ?? job.ended} />
        </div>
        <div role="gridcell" className={styles.number}>
          <Duration from={job.started} to={job.ended} />
        </div>
        <div role="gridcell" className={styles.asked}>
          <JobAsked job={job} revision={revision} actions={actions} rebuilds={rebuilds} />
        </div>
        <div role="gridcell" className={styles.acts}>
          <JobButtons job={job} branch={branch} revision={revision} signedOut={signedOut} />
        </div>
      </div>
    )
  },
  // A refresh makes every job anew; most say what they said.
  (was, is) =>
    was.itemKey === is.itemKey &&
    was.place === is.place &&
    was.branch === is.branch &&
    was.revision === is.revision &&
    was.signedOut === is.signedOut &&
    was.stop === is.stop &&
    was.rowIndex === is.rowIndex &&
    was.open === is.open &&
    sameJob(was.job, is.job) &&
    sameRebuilds(was.rebuilds, is.rebuilds),
)
