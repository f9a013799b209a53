import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** Whether this document was loaded by a step through the history, as after an address typed by hand and Back. */
const cameBack = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward')

/**
 * After a move to another page its heading takes focus, so that it is read out and Tab goes on from there; Back does so
 * whether or not the page before was of the same document. A page may put another heading in the place of its first one
 * once its data are there: until somebody does something, that one takes over.
 */
export function useArrival(): void {
  const { pathname } = useLocation()
  const before = useRef(cameBack() ? null : pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    focusHeading()
    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body || document.activeElement?.tagName === 'MAIN') focusHeading()
    })
    const main = document.querySelector('main')
    if (main) observer.observe(main, { childList: true, subtree: true })
    const stop = () => observer.disconnect()
    const options = { once: true, capture: true }
    window.addEventListener('pointerdown', stop, options)
    window.addEventListener('keydown', stop, options)
    return () => {
      stop()
      window.removeEventListener('pointerdown', stop, options)
      window.removeEventListener('keydown', stop, options)
    }
  }, [pathname])
}

function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
  if (!heading) return
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
