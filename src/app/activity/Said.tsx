import type { ActionRecord } from '../../domain/action.ts'
import { phaseOf } from '../../domain/actionLife.ts'
import { standingNote } from '../../domain/actionWords.ts'
import { useIdentity } from '../../stores/identity.ts'
import { failureText } from '../../ui/failureText.ts'
import { useWallClock } from '../../ui/clock.ts'
import { Held } from './Held.tsx'
import styles from './Activity.module.css'

const LAPSED = 'The page was closed or asleep before it was due. It never left the browser, and will not.'

/** What was answered, and what that leaves open. */
export function Said({ action }: { action: ActionRecord }) {
  const { agent, failure, hold, collision } = action
  const phase = phaseOf(action)
  return (
    <>
      {agent && (
        <p className={styles.words}>Agent: {agent.msg.trim() === '' ? 'no words' : <q>{agent.msg.trim()}</q>}</p>
      )}
      {failure && <p className={styles.words}>{failureText(failure)}</p>}
      {hold === 'collision' && collision ? (
        <Held collision={collision} waits={phase === 'queued'} />
      ) : (
        <Note action={action} />
      )}
      {phase === 'not sent' && hold === null && <p className={styles.words}>{LAPSED}</p>}
    </>
  )
}

/** What more is known of where it stands, which may change with time alone. */
function Note({ action }: { action: ActionRecord }) {
  const note = standingNote(action, useWallClock() * 1000, useIdentity().me)
  return note === null ? null : <p className={styles.words}>{note}</p>
}
