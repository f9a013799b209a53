import { useLayoutEffect } from 'react'
import { useLocation } from 'react-router'

const places = new Map<string, number>()

/**
 * Another page begins at its top, or where it was left: going back to a list finds the row again. The query string does
 * not count, so that a filter being typed does not scroll.
 */
export function useScrollPlace(): void {
  const { pathname, hash } = useLocation()
  useLayoutEffect(() => {
    // The browser would restore before the rows are there.
    history.scrollRestoration = 'manual'
    const part = hash === '' ? null : document.getElementById(hash.slice(1))
    if (part) part.scrollIntoView()
    else window.scrollTo(0, places.get(pathname) ?? 0)
    const keep = () => places.set(pathname, window.scrollY)
    window.addEventListener('scroll', keep, { passive: true })
    return () => window.removeEventListener('scroll', keep)
  }, [pathname, hash])
}
