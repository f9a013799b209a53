import { useMemo } from 'react'
import type { JobRequest } from '../../contract/records.ts'
import { aboutEntry } from '../../domain/logAbout.ts'
import { entryKeys } from '../../domain/logEntries.ts'
import { jobOf } from '../../domain/reconcile.ts'
import { useKnownWork } from '../../parts/useKnownWork.ts'
import { useOwnEntries } from '../../parts/useOwnEntries.ts'
import { useIdentity } from '../../stores/identity.ts'
import { cx } from '../../ui/cx.ts'
import { LogRow } from './LogRow.tsx'
import styles from './jobs.module.css'

const heads = ['When', 'Who', 'Asked for', 'About', 'Outcome', 'Took', 'Job']

type Props = {
  /** All that were read: which of them are ours is told by all together. */
  entries: readonly JobRequest[]
  shown: ReadonlySet<JobRequest>
}

/** The entries of the log, newest first. No element of a table: its layout could not become that of a narrow page. */
export function LogTable({ entries, shown }: Props) {
  const { me } = useIdentity()
  const own = useOwnEntries(entries)
  const known = useKnownWork()
  const keys = useMemo(() => entryKeys(entries), [entries])
  return (
    <div role="table" className={styles.log} aria-label="Self-serve log, newest first" data-dims="">
      <div role="rowgroup">
        <div role="row" className={cx(styles.row, styles.heads)}>
          {heads.map((head) => (
            <span key={head} role="columnheader">
              {head}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {entries.map((entry, at) => {
          const record = own.get(entry)
          return (
            shown.has(entry) && (
              <LogRow
                key={keys[at]}
                entry={entry}
                about={aboutEntry(entry.what, known)}
                job={jobOf(entry) ?? record?.job ?? null}
                record={record}
                own={record !== undefined || (me !== null && entry.who === me)}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
