import { createStore, useStore } from 'zustand'
import type { Job } from '../domain/job.ts'

/**
 * Jobs picked on a list, by their rows' keys, in memory only. `place` names the list ("queue try", "push try 1a2b…"):
 * another list has nothing picked. `anchor` is the line where a range begins.
 */
type Selection = { place: string; keys: ReadonlySet<string>; anchor: string | null }

/** A line of a list: `item` names the line, `key` its job. A merged job stands in several lines. */
export type PickLine = { item: string; key: string }

const nothing: ReadonlySet<string> = new Set()

const selection = createStore<Selection>()(() => ({ place: '', keys: nothing, anchor: null }))

/** The keys picked on a list. */
export const pickedKeys = (place: string): ReadonlySet<string> => {
  const state = selection.getState()
  return state.place === place ? state.keys : nothing
}

type Pickable = Pick<Job, 'key' | 'state' | 'requests'>

/** A request that was picked while it waited names its build once it has one. */
const namesOf = ({ key, state, requests }: Pickable): string[] =>
  state === 'superseded' ? [key] : [key, ...requests.map(({ requestId }) => `r${requestId}`)]

const isPicked = (keys: ReadonlySet<string>, job: Pickable): boolean => namesOf(job).some((name) => keys.has(name))

/** Picks a job, or puts it back; a range may begin at its line. */
export function togglePicked(place: string, item: string, job: Pickable): void {
  const keys = new Set(pickedKeys(place))
  if (isPicked(keys, job)) for (const name of namesOf(job)) keys.delete(name)
  else keys.add(job.key)
  selection.setState({ place, keys, anchor: item })
}

/** Picks everything from the line where the last pick was to `item`; without one in `order`, that line alone. */
export function pickRange(place: string, item: string, order: readonly PickLine[]): void {
  const { anchor } = selection.getState()
  const keys = pickedKeys(place)
  const to = order.findIndex((line) => line.item === item)
  if (to < 0) return
  const begin = keys.size === 0 ? -1 : order.findIndex((line) => line.item === anchor)
  const from = begin < 0 ? to : begin
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ key }) => key)
  selection.setState({ place, keys: new Set([...keys, ...range]), anchor: item })
}

/** Picks exactly these jobs. */
export function pickAll(place: string, keys: Iterable<string>): void {
  selection.setState({ place, keys: new Set(keys), anchor: null })
}

/** What was picked when a batch was asked for. */
let asked: { batch: string; place: string; keys: ReadonlySet<string> } | null = null

/** Picks nothing. `batch`: what was picked has been asked for in it, and is picked again should all of it be undone. */
export function clearPicked(batch: string | null = null): void {
  const { place, keys } = selection.getState()
  if (batch !== null) asked = { batch, place, keys }
  selection.setState({ keys: nothing, anchor: null })
}

/** Picks what was asked for in a batch, unless something else is picked by now. */
export function pickAgain(batch: string): void {
  if (asked?.batch !== batch || selection.getState().keys.size > 0) return
  selection.setState({ place: asked.place, keys: asked.keys, anchor: null })
  asked = null
}

/** The keys picked on a list: the same set until something is picked. */
export const usePickedKeys = (place: string): ReadonlySet<string> =>
  useStore(selection, (state) => (state.place === place ? state.keys : nothing))

/** Whether a row's key is picked on a list, where nothing more is known of it. */
export const useIsKeyPicked = (place: string, key: string): boolean =>
  useStore(selection, (state) => state.place === place && state.keys.has(key))

/** Whether one job is picked on a list. */
export const useIsPicked = (place: string, job: Pickable): boolean =>
  useStore(selection, (state) => state.place === place && isPicked(state.keys, job))
