import type { JobRequest } from '../../contract/records.ts'
import { count } from '../../domain/duration.ts'
import { standingOfLog } from '../../domain/logEntries.ts'
import { OrphanStory } from '../../parts/OrphanStory.tsx'
import { Time } from '../../ui/Time.tsx'
import { useNow } from '../../ui/clock.ts'
import styles from './jobs.module.css'

/** Seconds within which a time of the clock needs no date. */
const LATELY = 12 * 3_600

/**
 * How much of what was asked still waits for the agent: "3 open of the newest 100, 1 of them probably orphaned since
 * 13:02:10". What was not read may hold more.
 */
export function LogStanding({ entries, whole }: { entries: readonly JobRequest[]; whole: boolean }) {
  const now = useNow()
  const { open, orphans, since, agentSilent } = standingOfLog(entries, now)
  return (
    <div className={styles.standing}>
      <p>
        <b>{open === 0 ? 'None' : open}</b> open{!whole && ` of the newest ${count(entries.length)}`}
        {since !== null && (
          <>
            , <b>{orphans}</b> of them probably orphaned{orphans > 1 && ', the oldest'} since{' '}
            <Time at={since} as={now - since < LATELY ? 'clock' : 'full'} />
          </>
        )}
      </p>
      {orphans > 0 && (
        <OrphanStory>
          {agentSilent && ' Nothing asked for since has been answered: the agent itself may be down.'}
        </OrphanStory>
      )}
    </div>
  )
}
