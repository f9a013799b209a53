import { useStore } from 'zustand'
import { watchedName } from '../domain/watched.ts'
import type { Watched } from '../domain/watched.ts'
import { keptStore } from './localJson.ts'

/** How much may be watched at once: with one look at each in five minutes, a queue beside it stays within its requests. */
export const MOST_WATCHED = 30

/** One thing watched. Times are milliseconds by this browser's clock. */
export type WatchEntry = {
  watched: Watched
  since: number
  /** When the farm was last asked about it; `since` until then. */
  lookedAt: number
  /** How and when it was found to have ended; null while it has not. */
  end: { word: string; at: number } | null
  /** Whether somebody was told. It stays until it was seen. */
  told: boolean
}

/** What is watched, in all tabs of this browser; the longest first. */
export type WatchList = { entries: readonly WatchEntry[] }

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

function readWatched(stored: unknown): Watched | null {
  const { kind, branch, id, revision } = record(stored)
  if (typeof branch !== 'string' || branch === '') return null
  if (kind === 'build' || kind === 'request')
    return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? { kind, branch, id } : null
  const valid = kind === 'push' && typeof revision === 'string' && /^[0-9a-f]{12,40}$/i.test(revision)
  return valid ? { kind, branch, revision } : null
}

function readEntry(stored: unknown): WatchEntry[] {
  const { watched, since, lookedAt, end, told } = record(stored)
  const about = readWatched(watched)
  if (about === null || typeof since !== 'number' || typeof lookedAt !== 'number') return []
  const { word, at } = record(end)
  const known = typeof word === 'string' && typeof at === 'number' ? { word, at } : null
  return [{ watched: about, since, lookedAt, end: known, told: told === true }]
}

/** Whatever was stored, made into a list: an entry that cannot be read is left out, and one thing is in it once. */
export function readWatchList(stored: unknown): WatchList {
  const { entries } = record(stored)
  const read = Array.isArray(entries) ? entries.flatMap(readEntry) : []
  const once = new Map(read.map((entry) => [watchedName(entry.watched), entry]))
  return { entries: [...once.values()].slice(-MOST_WATCHED) }
}

export const watchList = keptStore('self-serve-watch', readWatchList)

const isSame = (one: Watched, other: Watched): boolean => watchedName(one) === watchedName(other)

/** Begins to watch, at `now` in milliseconds. Where the list is full, what ended first gives way. */
export function watch(watched: Watched, now: number): void {
  const others = watchList.getState().entries.filter((entry) => !isSame(entry.watched, watched))
  const goes = others.length < MOST_WATCHED ? undefined : (others.find((entry) => entry.end) ?? others[0])
  const entry = { watched, since: now, lookedAt: now, end: null, told: false }
  watchList.setState({ entries: [...others.filter((other) => other !== goes), entry] })
}

/** Watches no more: somebody does not want it, or has seen the end. */
export function unwatch(watched: Watched): void {
  watchList.setState(({ entries }) => ({ entries: entries.filter((entry) => !isSame(entry.watched, watched)) }))
}

/** Notes something about what is watched; about anything else, nothing. */
export function noteWatched(watched: Watched, news: Partial<Pick<WatchEntry, 'lookedAt' | 'end' | 'told'>>): void {
  watchList.setState(({ entries }) => ({
    entries: entries.map((entry) => (isSame(entry.watched, watched) ? { ...entry, ...news } : entry)),
  }))
}

export const useWatchList = (): readonly WatchEntry[] => useStore(watchList, (list) => list.entries)

/** The entry of something; undefined while it is not watched. */
export const useWatchEntry = (watched: Watched): WatchEntry | undefined =>
  useWatchList().find((entry) => isSame(entry.watched, watched))
