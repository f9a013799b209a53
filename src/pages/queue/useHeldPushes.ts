import { useEffect, useState } from 'react'

/** Scrolled less than this, the list counts as being read from its top. Pixels. */
const TOP = 60

/** How many pushes at the head of the list (newest first) nobody has seen yet: the ones before the first known one. */
export function newAtHead(keys: readonly (string | null)[], known: ReadonlySet<string | null>): number {
  const first = keys.findIndex((key) => known.has(key))
  return first < 0 ? 0 : first
}

/**
 * New pushes never move what is being read: while the page is scrolled they wait. Gives how many do, and the way to
 * show them. `list` names the list (branch and day): another one starts anew.
 */
export function useHeldPushes(list: string, keys: readonly (string | null)[]): { held: number; show: () => void } {
  const [known, setKnown] = useState<{ list: string; keys: ReadonlySet<string | null> }>({ list, keys: new Set(keys) })
  const held = known.list === list ? newAtHead(keys, known.keys) : 0
  const fresh = known.list !== list || held > 0 || keys.some((key) => !known.keys.has(key))

  useEffect(() => {
    if (!fresh) return
    const take = () => {
      if (known.list !== list || held === 0 || window.scrollY < TOP) setKnown({ list, keys: new Set(keys) })
    }
    take()
    window.addEventListener('scroll', take, { passive: true })
    return () => window.removeEventListener('scroll', take)
  }, [fresh, held, known.list, list, keys])

  // At the top they come by themselves; first there, then shown, or the list would hold on to what was read before.
  const show = () => window.scrollTo({ top: 0, behavior: 'instant' })
  return { held, show }
}
