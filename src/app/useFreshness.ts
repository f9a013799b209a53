import { useQueryClient } from '@tanstack/react-query'
import { pressed } from '../queries/sharing.ts'
import { setPaused, useFreshnessStore } from '../stores/freshness.ts'
import { useWallClock } from '../ui/clock.ts'
import { freshnessOf } from './freshness.ts'
import type { Freshness } from './freshness.ts'

type Held = { freshness: Freshness; paused: boolean; setPaused: (paused: boolean) => void; refetch: () => void }

/** How fresh the page on screen is, each second anew; with the switch for polling, and a way to ask at once. */
export function useFreshness(): Held {
  const reports = useFreshnessStore((state) => state.reports)
  const paused = useFreshnessStore((state) => state.paused)
  const client = useQueryClient()
  return {
    freshness: freshnessOf([...reports.values()].flat(), useWallClock() * 1000),
    paused,
    setPaused,
    refetch: () => {
      pressed()
      void client.refetchQueries({ type: 'active' })
    },
  }
}
