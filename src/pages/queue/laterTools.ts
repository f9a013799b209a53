import { lazy, useEffect, useState } from 'react'

const load = () => import('./ListTools.tsx')
/** What is done to the jobs of the list: comes when there is time, by `useFirstPause`. */
export const ListKeys = lazy(() => load().then((module) => ({ default: module.ListKeys })))
export const ListBulk = lazy(() => load().then((module) => ({ default: module.ListBulk })))

const inFirstPause = 'requestIdleCallback' in window ? window.requestIdleCallback : (run: () => void) => setTimeout(run)

/** True from the first pause after what calls it stands. */
export function useFirstPause(): boolean {
  const [paused, setPaused] = useState(false)
  useEffect(() => void inFirstPause(() => setPaused(true)), [])
  return paused
}
