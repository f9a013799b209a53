import type { BarSegment } from '../../ui/Bar.tsx'
import type { Counts } from '../../table/slots.ts'

/** What a push is made of, worst first, what is to come last; nothing of which there is none. */
export const legendOf = (counts: Counts): readonly BarSegment[] =>
  [
    { word: 'failure', count: counts.failure },
    { word: 'exception', count: counts.exception },
    { word: 'other result', count: counts.other },
    { word: 'warnings', count: counts.warnings },
    { word: 'cancelled', count: counts.cancelled },
    { word: 'superseded attempt', count: counts.attempt },
    { word: 'retry', count: counts.retry },
    { word: 'skipped', count: counts.skipped },
    { word: 'superseded', count: counts.superseded },
    { word: 'success', count: counts.success },
    { word: 'running', count: counts.running },
    { word: 'pending', count: counts.pending },
  ].filter((segment) => segment.count > 0)
