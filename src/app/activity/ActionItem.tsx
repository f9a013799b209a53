import { useEffect, useRef, useState } from 'react'
import { dismiss, lookAgain, sendAgain, sendNow, undo } from '../../actions/outbox.ts'
import type { ActionRecord } from '../../domain/action.ts'
import { phaseOf, standing } from '../../domain/actionLife.ts'
import { hasEnded, sendAgainAllowed } from '../../domain/actionState.ts'
import { planTitle, standingNote } from '../../domain/actionWords.ts'
import { openActivity } from '../../stores/frame.ts'
import { useIdentity } from '../../stores/identity.ts'
import { Button } from '../../ui/Button.tsx'
import { failureText } from '../../ui/failureText.ts'
import { PhaseTrack } from '../../ui/PhaseTrack.tsx'
import { Time } from '../../ui/Time.tsx'
import { UndoRing } from '../../ui/UndoRing.tsx'
import { useWallClock } from '../../ui/clock.ts'
import { cx } from '../../ui/cx.ts'
import { ActionDetails } from './ActionDetails.tsx'
import { Evidence } from './Evidence.tsx'
import { Phases } from './Phases.tsx'
import { isProblem } from './views.ts'
import styles from './Activity.module.css'

/** One action: what was asked, where it stands, every phase with its time, what was answered, and what can be done. */
export function ActionItem({ action, wanted }: { action: ActionRecord; wanted: boolean }) {
  const [details, setDetails] = useState(false)
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (wanted) item.current?.scrollIntoView({ block: 'nearest' })
  }, [wanted])
  const phase = phaseOf(action)
  const unsure = phase === 'unknown' || phase === 'not seen' || phase === 'not sent'
  return (
    <li
      ref={item}
      className={cx(styles.item, isProblem(action) && (unsure ? styles.unsure : styles.bad), wanted && styles.wanted)}
    >
      <div className={styles.head}>
        <b>{planTitle(action.plan)}</b>
        <Time at={standing(action).at / 1000} local />
      </div>
      <p className={styles.builder}>{action.subject.builder}</p>
      <div className={styles.line}>
        <PhaseTrack phase={phase} steps={action.steps}>
          {action.job === null ? null : `job ${action.job}`}
        </PhaseTrack>
        <span className={styles.acts}>
          <Acts action={action} />
          <Button small variant="quiet" aria-expanded={details} onClick={() => setDetails(!details)}>
            Details
          </Button>
        </span>
      </div>
      <Phases action={action} />
      <Words action={action} />
      <Evidence action={action} />
      {details && <ActionDetails action={action} />}
      {details && hasEnded(action) && (
        <Button small onClick={() => dismiss(action.id)}>
          Dismiss
        </Button>
      )}
    </li>
  )
}

/** What can be done about it as it stands. */
function Acts({ action }: { action: ActionRecord }) {
  const phase = phaseOf(action)
  if (phase === 'queued') {
    return (
      <>
        <UndoRing
          from={action.steps[0]?.at ?? action.sendAt}
          until={action.sendAt}
          of={planTitle(action.plan)}
          onUndo={() => undo(action.id)}
        />
        <Button small onClick={() => sendNow(action.id)}>
          Send now
        </Button>
      </>
    )
  }
  const again = () => {
    const next = sendAgain(action.id)
    if (next !== null) openActivity(next)
  }
  return (
    <>
      {(phase === 'unknown' || phase === 'not seen') && (
        <Button small onClick={() => lookAgain(action.id)}>
          Look again
        </Button>
      )}
      {sendAgainAllowed(action) && (
        <Button small onClick={again}>
          Send again
        </Button>
      )}
    </>
  )
}

const plain = {
  'not sent': 'The page was closed or asleep before it was due. It never left the browser, and will not.',
}

/** What was answered, and what that leaves open. */
function Words({ action }: { action: ActionRecord }) {
  const note = standingNote(action, useWallClock() * 1000, useIdentity().me)
  const phase = phaseOf(action)
  return (
    <>
      {action.agent && (
        <p className={styles.words}>
          Agent: {action.agent.msg.trim() === '' ? 'no words' : <q>{action.agent.msg.trim()}</q>}
        </p>
      )}
      {action.failure && <p className={styles.words}>{failureText(action.failure)}</p>}
      {note !== null && <p className={styles.words}>{note}</p>}
      {phase === 'not sent' && action.hold === null && <p className={styles.words}>{plain[phase]}</p>}
    </>
  )
}
