import { Suspense, useEffect, useState } from 'react'
import { Outlet, useLocation } from 'react-router'
import { duration } from '../domain/duration.ts'
import { haltClock, useWallClock } from '../ui/clock.ts'
import { LoadingRows, StaleBanner } from '../ui/panels.tsx'
import { useClockText } from '../ui/zone.ts'
import type { Freshness } from './freshness.ts'
import { PageBoundary } from './PageBoundary.tsx'
import { useFreshness } from './useFreshness.ts'

/** The page. While its data are stale its style knows (`data-stale`), and all running clocks stop. */
export function Main() {
  const [state, setState] = useState<Freshness['state']>('waiting')
  const { pathname } = useLocation()
  const stale = state === 'stale' || state === 'old'
  useEffect(() => {
    haltClock(stale)
    return () => haltClock(false)
  }, [stale])
  return (
    <main id="main" tabIndex={-1} data-stale={stale}>
      <Watch onChange={setState} />
      {state === 'old' && <Old />}
      <PageBoundary place={pathname}>
        <Suspense fallback={<LoadingRows lines={2} />}>
          <Outlet />
        </Suspense>
      </PageBoundary>
    </main>
  )
}

/** Looks each second, so that nothing else has to. */
function Watch({ onChange }: { onChange: (state: Freshness['state']) => void }) {
  const { state } = useFreshness().freshness
  useEffect(() => onChange(state), [state, onChange])
  return null
}

function Old() {
  const { freshness, refetch } = useFreshness()
  const clock = useClockText()
  const now = useWallClock()
  const { at, failingSince } = freshness
  if (at === null) return null
  return (
    <StaleBanner
      age={oldness(now - at / 1000)}
      since={failingSince === null ? undefined : clock(failingSince / 1000)}
      onRetry={refetch}
    />
  )
}

/** "11 minutes", then "1 h 05 m". Seconds. */
const oldness = (seconds: number): string =>
  seconds < 3_600 ? `${Math.floor(seconds / 60)} minutes` : duration(seconds)
