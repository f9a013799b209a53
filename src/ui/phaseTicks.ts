import { road } from '../domain/action.ts'
import type { Phase, Step } from '../domain/action.ts'

export type Tick = 'done' | 'now' | 'good' | 'bad' | 'unsure' | 'ahead'
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
export const usualStop: Partial<Record<Phase, number>> = {
  failed: 1,
  unknown: 1,
  'never handed over': 1,
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

/** The place on the road that an action reached last. */
export const lastOnRoad = (steps: readonly Step[]): number =>
  Math.max(0, ...steps.map((step) => road.findIndex((each) => each === step.phase)))
