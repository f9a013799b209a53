import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { Job } from '../domain/job.ts'
import { jobWord } from '../domain/state.ts'
import type { PushList } from '../queries/push.ts'
import { jobAt } from '../table/jobTable.ts'
import type { JobTable } from '../table/jobTable.ts'
import { pushOfRevision, rowsOfPush } from '../table/push.ts'
import { Duration } from '../ui/Duration.tsx'
import { Section } from '../ui/Section.tsx'
import { StatusChip } from '../ui/StatusChip.tsx'
import { cx } from '../ui/cx.ts'
import { failureText } from '../ui/failureText.ts'
import link from '../ui/link.module.css'
import styles from './Siblings.module.css'
import { jobPath } from './jobLinks.ts'
import { several } from './several.ts'

/** Worst first, so these are the ones that matter. */
const FIRST = 12

type Props = { push: PushList; branch: string; revision: string | null; self: Job }

/** The other jobs of the same push, worst first. */
export function Siblings({ push, branch, revision, self }: Props) {
  const [all, setAll] = useState(false)
  const rows = useMemo(() => (push.table ? othersOf(push.table, revision, self) : null), [push.table, revision, self])
  if (revision === null)
    return (
      <Section title="Same push">
        <p>This work has no revision of its own, so the farm tells no siblings.</p>
      </Section>
    )
  if (!rows || !push.table)
    return (
      <Section title="Same push">
        <p>
          {!push.failure
            ? 'Not loaded yet'
            : push.failure.kind === 'notFound'
              ? 'No jobs known at this revision.'
              : `The push could not be read. ${failureText(push.failure)}`}
        </p>
      </Section>
    )
  const { table } = push
  const shown = all ? rows : rows.slice(0, FIRST)
  return (
    <Section title="Same push" aside={`${shown.length} of ${several(rows.length, 'other job')}, worst first`}>
      {rows.length === 0 && <p>Nothing else was asked for at this revision.</p>}
      <ul className={styles.list}>
        {shown.map((row) => {
          const job = jobAt(table, row)
          return (
            <li key={job.key} className={styles.sibling}>
              <StatusChip word={jobWord(job.state, job.result)} />
              <Link className={styles.builder} to={jobPath(branch, job)} title={job.builder}>
                {job.builder}
              </Link>
              <span className={styles.ran}>
                {job.started !== null && <Duration from={job.started} to={job.ended} />}
              </span>
            </li>
          )
        })}
      </ul>
      {shown.length < rows.length && (
        <button type="button" className={cx(link.link, styles.more)} onClick={() => setAll(true)}>
          show {rows.length - shown.length} more
        </button>
      )}
    </Section>
  )
}

function othersOf(table: JobTable, revision: string | null, self: Job): number[] {
  const push = pushOfRevision(table, revision)
  if (push === null) return []
  const own = new Set(self.requests.map((request) => request.requestId))
  return [...rowsOfPush(table, push)].filter(
    (row) => !jobAt(table, row).requests.some((request) => own.has(request.requestId)),
  )
}
