import { useEffect } from 'react'
import { useNavigate } from 'react-router'

/**
 * Makes plain `<a href>` of ours go through the router, so that what is in `ui` needs to know no router, and a list of
 * a thousand links costs nothing more. Left alone: other buttons and modifier keys, other origins, targets, downloads.
 */
export function useLinks(): void {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const to = destination(event)
      if (to === null) return
      event.preventDefault()
      void navigate(to)
    }
    // Below the document stands React's root: whoever handled the press has done so by now.
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])
}

/** Where a press leads inside the app, or null when it is the browser's to follow. */
function destination(event: MouseEvent): string | null {
  const { defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey, target } = event
  if (defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return null
  const link = target instanceof Element ? target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.target !== '' || link.hasAttribute('download')) return null
  const { origin, pathname, search, hash } = new URL(link.href)
  const onPage = hash !== '' && pathname === location.pathname && search === location.search
  return origin === location.origin && !onPage ? pathname + search + hash : null
}
