import type { BarSegment } from '../../ui/Bar.tsx'
import type { Counts } from '../../table/slots.ts'

/** The counts of a push in the bar's order: trouble first, what is to come last. */
export const barOf = (counts: Counts): readonly BarSegment[] => [
  { word: 'failure', count: counts.failure },
  { word: 'exception', count: counts.exception },
  { word: 'other result', count: counts.other },
  { word: 'warnings', count: counts.warnings },
  { word: 'cancelled', count: counts.cancelled },
  { word: 'retry', count: counts.retry + counts.attempt },
  { word: 'skipped', count: counts.skipped + counts.superseded },
  { word: 'success', count: counts.success },
  { word: 'running', count: counts.running },
  { word: 'pending', count: counts.pending },
]
