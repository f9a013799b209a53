import type { ReactNode } from 'react'
import { road } from '../domain/action.ts'
import type { Phase, Step } from '../domain/action.ts'
import { cx } from './cx.ts'
import { lastOnRoad, ticksOf, usualStop } from './phaseTicks.ts'
import styles from './PhaseTrack.module.css'

/**
 * Where an action stands: five ticks, then the phase in words, then whatever else is known ("job 8812").
 * Accent while in flight, green only when seen. `steps` tell how far an action came that left the road.
 */
export function PhaseTrack({
  phase,
  steps,
  children,
}: {
  phase: Phase
  steps?: readonly Step[]
  children?: ReactNode
}) {
  const marks = ticksOf(phase, steps ? lastOnRoad(steps) : (usualStop[phase] ?? 0))
  return (
    <span className={cx(styles.phase, phase === 'seen' && styles.seen, marks.includes('bad') && styles.ended)}>
      <span className={styles.track} aria-hidden="true">
        {road.map((each, tick) => (
          <i key={each} className={styles[marks[tick] ?? 'ahead']} />
        ))}
      </span>
      <b>{phase}</b>
      {children != null && <span>{children}</span>}
    </span>
  )
}
