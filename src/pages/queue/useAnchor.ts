import type { ReactVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef } from 'react'
import type { Item } from './items.ts'

/** What sticks to the top of the window and hides rows: top bar and filter. Pixels. */
export const STICKY = 97

/**
 * Keeps what is read in its place when rows above it come, go or grow: the first row in sight stays where it is.
 * `top`: where the list begins in the document, pixels. At the very top nothing is held.
 */
export function useAnchor(
  virtualizer: ReactVirtualizer<Window, Element>,
  items: readonly Item[],
  places: ReadonlyMap<string, number>,
  top: number,
): void {
  const anchor = useRef<{ key: string; start: number } | null>(null)

  useLayoutEffect(() => {
    // Already brought to the top on purpose: nothing is being read further down.
    const kept = window.scrollY < top / 2 ? null : anchor.current
    const index = kept && places.get(kept.key)
    if (!kept || index === undefined || index === null) return
    const start = virtualizer.measurementsCache[index]?.start ?? kept.start
    if (start !== kept.start) window.scrollBy({ top: start - kept.start, behavior: 'instant' })
    // Only another list moves the anchor; measuring is the virtualizer's own affair.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [items])

  useLayoutEffect(() => {
    const scrolled = window.scrollY
    const first = virtualizer.getVirtualItems().find((row) => row.end > scrolled + STICKY)
    anchor.current = scrolled < top / 2 || !first ? null : { key: String(first.key), start: first.start }
  })
}
