import { useState } from 'react'
import type { ActionRecord } from '../../domain/action.ts'
import { phaseOf } from '../../domain/actionLife.ts'
import { standingNote } from '../../domain/actionWords.ts'
import { useIdentity } from '../../stores/identity.ts'
import { failureText } from '../../ui/failureText.ts'
import { useWallClock } from '../../ui/clock.ts'
import { Held } from './Held.tsx'
import link from '../../ui/link.module.css'
import styles from './Activity.module.css'

const LAPSED = 'The page was closed or asleep before it was due. It never left the browser, and will not.'

/** What was answered, and what that leaves open. */
export function Said({ action }: { action: ActionRecord }) {
  const { agent, failure, hold, collision } = action
  const phase = phaseOf(action)
  return (
    <>
      {agent && <AgentWords msg={agent.msg} />}
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

/** Lines of an answer shown before the rest is asked for: for a push there is one per job. */
const LINES = 3

function AgentWords({ msg }: { msg: string }) {
  const [all, setAll] = useState(false)
  const lines = msg.trim().split('\n')
  const more = lines.length - LINES
  return (
    <p className={styles.words}>
      Agent: {msg.trim() === '' ? 'no words' : <q>{(all ? lines : lines.slice(0, LINES)).join('\n')}</q>}
      {more > 0 && !all && (
        <>
          {' '}
          <button type="button" className={link.link} onClick={() => setAll(true)}>
            {more} more
          </button>
        </>
      )}
    </p>
  )
}

/** What more is known of where it stands, which may change with time alone. */
function Note({ action }: { action: ActionRecord }) {
  const note = standingNote(action, useWallClock() * 1000, useIdentity().me)
  return note === null ? null : <p className={styles.words}>{note}</p>
}
