import { useEffect, useRef, useState } from 'react'
import { dismiss } from '../../actions/outbox.ts'
import type { ActionRecord } from '../../domain/action.ts'
import { phaseOf, standing } from '../../domain/actionLife.ts'
import { hasEnded } from '../../domain/actionState.ts'
import { heldWord, planTitle } from '../../domain/actionWords.ts'
import { useIdentity } from '../../stores/identity.ts'
import { Button } from '../../ui/Button.tsx'
import { PhaseTrack } from '../../ui/PhaseTrack.tsx'
import { Time } from '../../ui/Time.tsx'
import { cx } from '../../ui/cx.ts'
import { ActionDetails } from './ActionDetails.tsx'
import { Acts } from './Acts.tsx'
import { Evidence } from './Evidence.tsx'
import { Phases } from './Phases.tsx'
import { Said } from './Said.tsx'
import { edgeOf } from './edge.ts'
import styles from './Activity.module.css'

type Props = {
  action: ActionRecord
  /** Milliseconds. */
  now: number
  wanted: boolean
}

/** One action: what was asked, where it stands, every phase with its time, what was answered, and what can be done. */
export function ActionItem({ action, now, wanted }: Props) {
  const { me } = useIdentity()
  const [details, setDetails] = useState(false)
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (wanted) item.current?.scrollIntoView({ block: 'nearest' })
  }, [wanted])
  return (
    <li ref={item} className={cx(styles.item, edgeOf(action, now), wanted && styles.wanted)}>
      <div className={styles.head}>
        <b>{planTitle(action.plan)}</b>
        <Time at={standing(action).at / 1000} local />
      </div>
      <p className={styles.builder}>{action.subject.builder}</p>
      <div className={styles.line}>
        <PhaseTrack phase={phaseOf(action)} steps={action.steps}>
          {[action.job === null ? null : `job ${action.job}`, heldWord(action, me)].filter(Boolean).join(' · ') || null}
        </PhaseTrack>
        <span className={styles.acts}>
          <Acts action={action} />
          <Button small variant="quiet" aria-expanded={details} onClick={() => setDetails(!details)}>
            Details
          </Button>
        </span>
      </div>
      <Phases action={action} />
      <Said action={action} />
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
