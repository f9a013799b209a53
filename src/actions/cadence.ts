import type { ActionRecord, Phase } from '../domain/action.ts'
import { standing } from '../domain/actionLife.ts'
import { PATIENCE } from '../domain/actionState.ts'

const SECOND = 1_000
const DAY = 86_400_000

/** Offsets from the phase's beginning; after the last, every 30 s, and every 5 min once patience has run out. */
const first = {
  /** The agent needs a moment. */
  accepted: [2, 4, 8, 15],
  /** What it did may show at once. */
  'acted on': [0, 2, 4, 8, 15],
  /** Into the log at once: an answer was lost, not the action. */
  unknown: [0],
}
const EVERY = 30 * SECOND
const EVERY_LATER = 300 * SECOND

const offsetsOf = (record: ActionRecord): readonly number[] | null => {
  const { phase } = standing(record)
  return phase === 'accepted' || phase === 'acted on' || phase === 'unknown' ? first[phase] : null
}

/** A look after an action: where it stood, and when (milliseconds). */
export type Look = { phase: Phase; at: number }

/**
 * When to look next after an action: milliseconds since epoch, perhaps past; null when there is nothing to wait for.
 * `look`: the last one, or null.
 */
export function nextLook(record: ActionRecord, look: Look | null): number | null {
  const offsets = offsetsOf(record)
  if (!offsets) return null
  const { at, phase } = standing(record)
  const last = look?.phase === phase ? Math.max(0, look.at - at) : null
  for (const seconds of offsets) {
    if (last === null || seconds * SECOND > last) return at + seconds * SECOND
  }
  const since = last ?? 0
  if (since < PATIENCE) return at + since + EVERY
  // An unknown action that is not in the log by now will not come; one that is logged may wait for a dead agent.
  return phase === 'accepted' && since < DAY ? at + since + EVERY_LATER : null
}
