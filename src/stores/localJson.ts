import { createStore } from 'zustand'
import type { StoreApi } from 'zustand'

/** A store that is kept in localStorage, and reads it anew when told to. */
type Kept<State> = StoreApi<State> & { readonly name: string; readonly takeOver: () => void }

function stored(name: string): unknown {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '')
    return typeof kept === 'object' && kept !== null && 'state' in kept ? kept.state : undefined
  } catch {
    return undefined
  }
}

/**
 * A store of small settings, kept as JSON in localStorage: `read` makes whatever is there into its state. Where storage
 * is denied or full they last as long as the page: a setting that cannot be kept must not break the control that sets it.
 * zustand's own middleware does the same and more, in a kilobyte of the first view.
 */
export function keptStore<State>(name: string, read: (stored: unknown) => State): Kept<State> {
  const store = createStore<State>()(() => read(stored(name)))
  // Taken over from another tab it is kept already, and two versions of us must not answer each other for ever.
  let taken = store.getState()
  store.subscribe((state) => {
    if (state === taken) return
    try {
      localStorage.setItem(name, JSON.stringify({ state, version: 0 }))
    } catch {
      // Denied or full.
    }
  })
  const takeOver = () => store.setState((taken = read(stored(name))), true)
  return { ...store, name, takeOver }
}

/** A store takes over what another tab has set. Returns the way to stop. */
export function followOtherTabs({ name, takeOver }: Pick<Kept<unknown>, 'name' | 'takeOver'>): () => void {
  const hear = (event: StorageEvent): void => {
    if (event.key === name) takeOver()
  }
  window.addEventListener('storage', hear)
  return () => window.removeEventListener('storage', hear)
}
