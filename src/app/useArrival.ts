import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/**
 * After a move to another page its heading takes focus, so that it is read out and Tab goes on from there. A page may
 * put another heading in the place of its first one once its data are there: until somebody does something, that one
 * takes over.
 */
export function useArrival(): void {
  const { pathname } = useLocation()
  const before = useRef(pathname)
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
