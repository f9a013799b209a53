import { several } from '../../parts/several.ts'
import { useSignedOut } from '../../parts/useSignedOut.ts'
import type { Queue } from '../../queries/queue.ts'
import { failureSentence } from '../../ui/failureText.ts'
import { ErrorPanel, SignedOutNote } from '../../ui/panels.tsx'
import { useClockText } from '../../ui/zone.ts'
import styles from './queue.module.css'

/** What stands between the head and the list: a refresh that failed, rows that could not be read, being signed out. */
export function QueueNotices({ queue, branch }: { queue: Queue; branch: string }) {
  const signedOut = useSignedOut()
  const clock = useClockText()
  const { table, failure, sources, refetch } = queue
  const { day, pending, running } = sources
  const dropped = table?.dropped ?? { rows: 0, first: null }
  const unknownNow = [pending.failure ? 'waits' : '', running.failure ? 'runs' : ''].filter(Boolean).join(' and ')
  return (
    <>
      {table && failure && (
        <ErrorPanel
          banner
          title={`Could not refresh ${branch}`}
          cause={failureSentence(failure)}
          since={day.failingSince === null ? undefined : clock(day.failingSince / 1000)}
          kept={day.at === null ? undefined : `Below is what we knew at ${clock(day.at / 1000)}.`}
          onRetry={refetch}
        />
      )}
      {!failure && unknownNow !== '' && (
        <p className={styles.notices} role="note">
          What {unknownNow} now could not be asked; older work may be missing below.
        </p>
      )}
      {dropped.rows > 0 && (
        <p className={styles.notices} role="note" title={dropped.first ?? undefined}>
          {several(dropped.rows, 'row')} could not be read
        </p>
      )}
      {signedOut && (
        <div className={styles.notices}>
          <SignedOutNote />
        </div>
      )}
    </>
  )
}
