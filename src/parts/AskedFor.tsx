import { Link } from 'react-router'
import type { JobRequest } from '../contract/records.ts'
import type { ActionRecord } from '../domain/action.ts'
import { askedWords, concerns } from '../domain/askedFor.ts'
import type { AskTarget } from '../domain/askedFor.ts'
import { paths } from '../domain/paths.ts'
import { useJobLog } from '../queries/jobLog.ts'
import { Section } from '../ui/Section.tsx'
import { Time } from '../ui/Time.tsx'
import { failureText } from '../ui/failureText.ts'
import link from '../ui/link.module.css'
import { AgentAnswer } from './AgentAnswer.tsx'
import styles from './AskedFor.module.css'
import { useOwnEntries } from './useOwnEntries.ts'

const none: readonly JobRequest[] = []

/** What anybody asked for this job, by the self-serve log: who, when, and what the agent made of it. */
export function AskedFor({ target }: { target: AskTarget }) {
  const log = useJobLog()
  const own = useOwnEntries(log.value ?? none)
  const entries = log.value?.filter((entry) => concerns(entry, target)) ?? []
  return (
    <Section title="Asked for, on this job" aside="by the newest 100 entries of the self-serve log">
      {log.value === null ? (
        <p className={styles.none}>
          {log.failure ? `The log could not be read. ${failureText(log.failure)}` : 'Not loaded yet'}
        </p>
      ) : entries.length === 0 ? (
        <p className={styles.none}>Nobody asked for anything here.</p>
      ) : (
        <ol>
          {entries.map((entry) => (
            <Entry key={`${entry.when} ${entry.who} ${askedWords(entry)}`} entry={entry} own={own.get(entry)} />
          ))}
        </ol>
      )}
    </Section>
  )
}

/** An entry has no number of its own until it is done (contract surprise 16). */
function Entry({ entry, own }: { entry: JobRequest; own: ActionRecord | undefined }) {
  const job = entry.complete_data?.request_id ?? null
  return (
    <li className={styles.entry}>
      <span className={styles.when}>
        <Time at={entry.when} as="clock" />
      </span>
      <span>
        <b>{entry.who ?? 'someone'}</b> {askedWords(entry)}
        {job !== null && (
          <>
            {' · '}
            <Link className={link.link} to={paths.job(job)}>
              job {job}
            </Link>
          </>
        )}
      </span>
      <AgentAnswer entry={entry} own={own} />
    </li>
  )
}
