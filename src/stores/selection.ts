import { createStore, useStore } from 'zustand'

/**
 * Jobs picked on a list, by their rows' keys, in memory only. `place` names the list ("queue try", "push try 1a2b…"):
 * another list has nothing picked. `anchor` is where a range begins.
 */
export type Selection = { place: string; keys: ReadonlySet<string>; anchor: string | null }

const nothing: ReadonlySet<string> = new Set()

const selection = createStore<Selection>()(() => ({ place: '', keys: nothing, anchor: null }))

const keysIn = (place: string): ReadonlySet<string> => {
  const state = selection.getState()
  return state.place === place ? state.keys : nothing
}

/** Picks a job, or puts it back; a range may begin there. */
export function toggleSelected(place: string, key: string): void {
  const keys = new Set(keysIn(place))
  if (!keys.delete(key)) keys.add(key)
  selection.setState({ place, keys, anchor: key })
}

/** Picks everything between the anchor and `key` in the order of the list; without an anchor there, `key` alone. */
export function selectRange(place: string, key: string, order: readonly string[]): void {
  const { anchor } = selection.getState()
  const keys = keysIn(place)
  const to = order.indexOf(key)
  const from = keys === nothing || anchor === null ? to : order.indexOf(anchor)
  const range = order.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1)
  selection.setState({ place, keys: new Set([...keys, ...range]), anchor: key })
}

/** Picks exactly these. */
export function selectAll(place: string, keys: Iterable<string>): void {
  selection.setState({ place, keys: new Set(keys), anchor: null })
}

export function clearSelection(): void {
  selection.setState({ keys: nothing, anchor: null })
}

/** The keys picked on a list: the same set until something is picked. */
export const useSelectedKeys = (place: string): ReadonlySet<string> =>
  useStore(selection, (state) => (state.place === place ? state.keys : nothing))
