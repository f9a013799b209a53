import type { ReactNode } from 'react'
import { road } from '../domain/action.ts'
import type { Phase, Step } from '../domain/action.ts'
import { cx } from './cx.ts'
import styles from './PhaseTrack.module.css'

type Tick = 'done' | 'now' | 'good' | 'bad' | 'unsure' | 'ahead'
const ticks = road.length

/** How the tick after the last good one looks, for phases off the road. */
const endings: Partial<Record<Phase, Tick>> = {
  failed: 'bad',
  refused: 'bad',
  unknown: 'unsure',
  'never handed over': 'unsure',
  'not seen': 'unsure',
  'not sent': 'unsure',
  'nothing to do': 'now',
}

/** Where a phase off the road stops when its steps are not given. */
const usualStop: Partial<Record<Phase, number>> = {
  failed: 1,
  unknown: 1,
  'never handed over': 2,
  'nothing to do': 2,
  refused: 2,
  'not seen': 3,
}

/** The five ticks of a phase; `reached` is the place on the road last reached. */
export function ticksOf(phase: Phase, reached: number): readonly Tick[] {
  const at = road.findIndex((each) => each === phase)
  if (phase === 'seen') return Array.from({ length: ticks }, () => 'good')
  // What the agent answered ends the fourth tick; what nobody saw, the fifth.
  const last = phase === 'not seen' ? ticks - 1 : ticks - 2
  const done = at >= 0 ? at : phase === 'not sent' || phase === 'undone' ? 0 : Math.min(reached + 1, last)
  const mark = at >= 0 ? 'now' : (endings[phase] ?? 'ahead')
  return Array.from({ length: ticks }, (_, tick) => (tick < done ? 'done' : tick === done ? mark : 'ahead'))
}

const lastOnRoad = (steps: readonly Step[]): number =>
  Math.max(0, ...steps.map((step) => road.findIndex((each) => each === step.phase)))

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
