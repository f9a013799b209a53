import { createStore, useStore } from 'zustand'
import type { Failure } from '../contract/failure.ts'

/** How one source of the page stands. All times are milliseconds by this browser's clock. */
export type SourceState = {
  /** When the data shown arrived; null while none has. */
  at: number | null
  /** What the last attempt failed with; null after a success. */
  failure: Failure | null
  /** Since when every attempt has failed. */
  failingSince: number | null
  /** When it will be asked again; null when it will not, since it is paused or final. */
  nextAt: number | null
  /** How often it is asked, in milliseconds; null when it never changes any more. */
  every: number | null
}

/** What the page on screen shows, by the part of the page that asked for it; and whether polling is paused. */
export type FreshnessState = { paused: boolean; reports: ReadonlyMap<string, readonly SourceState[]> }

const freshness = createStore<FreshnessState>()(() => ({ paused: false, reports: new Map() }))

export const useFreshnessStore = <T>(pick: (state: FreshnessState) => T): T => useStore(freshness, pick)

/** Says how the sources of one part of the page stand; null when it left the screen. */
export function reportSources(part: string, sources: readonly SourceState[] | null): void {
  const reports = new Map(freshness.getState().reports)
  if (sources === null) reports.delete(part)
  else reports.set(part, sources)
  freshness.setState({ reports })
}

/** Stops or resumes asking by itself; what is asked for by hand or not loaded yet still comes. */
export const setPaused = (paused: boolean): void => freshness.setState({ paused })
export const isPaused = (): boolean => freshness.getState().paused
