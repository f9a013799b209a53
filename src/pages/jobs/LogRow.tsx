import { Link } from 'react-router'
import type { JobRequest } from '../../contract/records.ts'
import type { ActionRecord } from '../../domain/action.ts'
import { askedWords } from '../../domain/askedFor.ts'
import type { LogAbout as About } from '../../domain/logAbout.ts'
import { tookOf } from '../../domain/logEntries.ts'
import { paths } from '../../domain/paths.ts'
import { AgentAnswer } from '../../parts/AgentAnswer.tsx'
import { LogAbout } from '../../parts/LogAbout.tsx'
import { Duration } from '../../ui/Duration.tsx'
import { Time } from '../../ui/Time.tsx'
import { cx } from '../../ui/cx.ts'
import link from '../../ui/link.module.css'
import styles from './jobs.module.css'

type Props = {
  entry: JobRequest
  about: About
  /** Its number: the log tells it once it is done, our own actions before that (contract surprise 16). */
  job: number | null
  /** What we know of it as an action of this browser. */
  record: ActionRecord | undefined
  own: boolean
}

/** One thing somebody asked for. */
export const LogRow = ({ entry, about, job, record, own }: Props) => (
  <div role="row" className={cx(styles.row, own && styles.own)}>
    <div role="cell" className={styles.when}>
      <Time at={entry.when} />
    </div>
    <div role="cell" className={styles.who}>
      {entry.who ?? 'not told'}
      {own && <b> (you)</b>}
    </div>
    <div role="cell" className={styles.asked}>
      {askedWords(entry)}
    </div>
    <div role="cell" className={styles.aboutCell}>
      <LogAbout about={about} />
    </div>
    <div role="cell" className={styles.outcome}>
      <AgentAnswer entry={entry} own={record} />
    </div>
    <div role="cell" className={styles.took}>
      <Duration seconds={tookOf(entry)} />
    </div>
    <div role="cell" className={styles.job}>
      {job === null ? (
        <span title="The log tells an entry’s number only once it is done">–</span>
      ) : (
        <Link className={link.link} to={paths.job(job)}>
          job {job}
        </Link>
      )}
    </div>
  </div>
)
