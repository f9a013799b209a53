import { useEffect, useState } from 'react'
import { backtest } from '../domain/expectedStart.ts'
import type { Bounds, TrackRecord } from '../domain/expectedStart.ts'
import { compete } from '../domain/pools.ts'
import type { JobTable } from '../table/jobTable.ts'
import { waitsOf } from '../table/readings.ts'

type Found = { table: JobTable; builder: string; record: TrackRecord | null }

/**
 * How good expected starts would have been on a table's jobs for the same machines; undefined until it is worked out,
 * null where there are too few. A huge day takes a tenth of a second, so it waits until the browser has nothing to do.
 */
export function useTrackRecord(table: JobTable, builder: string, bounds: Bounds): TrackRecord | null | undefined {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(
    () => whenIdle(() => setFound({ table, builder, record: backtest(waitsOfPool(table, builder), bounds) })),
    [table, builder, bounds],
  )
  return found?.table === table && found.builder === builder ? found.record : undefined
}

const waitsOfPool = (table: JobTable, builder: string) =>
  waitsOf(table).filter((wait) => compete(builder, wait.builder) === 'yes')

/** Safari has no idle callbacks. Gives the way to call it off. */
function whenIdle(run: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const handle = window.requestIdleCallback(run, { timeout: 2_000 })
    return () => window.cancelIdleCallback(handle)
  }
  const timer = setTimeout(run, 200)
  return () => clearTimeout(timer)
}
