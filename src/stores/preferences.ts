import { useStore } from 'zustand'
import { keptStore } from './localJson.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export const densities = ['compact', 'comfortable'] as const
export type Density = (typeof densities)[number]
/** Which clock absolute times are shown by: this browser's, UTC, or the server's zone. */
export const zones = ['local', 'utc', 'server'] as const
export type Zone = (typeof zones)[number]

/** In which form a push is shown; an address that says so wins. */
export const pushViews = ['list', 'matrix'] as const
export type PushView = (typeof pushViews)[number]

/** The undo window may be none, and at most this long. Seconds. */
export const LONGEST_UNDO = 30

/** What a person has set on this browser. Kept in localStorage, the same in all tabs. */
export type Preferences = {
  theme: Theme
  density: Density
  zone: Zone
  /** Whether single-key shortcuts work (WCAG 2.1.4). */
  shortcuts: boolean
  /** Other keys for a command, by the keys it comes with: `x`, `g t`; empty for none. Checked only in form. */
  keys: Readonly<Record<string, string>>
  /** Whether the system tells too when something watched ends, where the browser lets us. */
  notify: boolean
  /** Undo window of every action, whole seconds, 0 to `LONGEST_UNDO`. */
  undoSeconds: number
  /** The branch that `/` goes to. */
  lastBranch: string | null
  /** The form a push was last looked at in. */
  pushView: PushView
}

export const defaultPreferences: Preferences = {
  theme: 'system',
  density: 'compact',
  zone: 'local',
  shortcuts: true,
  keys: {},
  notify: false,
  undoSeconds: 5,
  lastBranch: null,
  pushView: 'list',
}

const oneOf = <T extends string>(known: readonly T[], value: unknown, otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise

/** One character, or two one after the other, or nothing. */
const keySequence = /^(\S( \S)?)?$/u

const keysIn = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(value ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && keySequence.test(entry[1]),
    ),
  )

/** Whatever was stored, by an older version or by hand, made into preferences field by field. */
export function readPreferences(stored: unknown): Preferences {
  const given: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {}
  const seconds = given['undoSeconds']
  const branch = given['lastBranch']
  return {
    theme: oneOf(themes, given['theme'], defaultPreferences.theme),
    density: oneOf(densities, given['density'], defaultPreferences.density),
    zone: oneOf(zones, given['zone'], defaultPreferences.zone),
    shortcuts: given['shortcuts'] !== false,
    keys: keysIn(given['keys']),
    notify: given['notify'] === true,
    undoSeconds:
      typeof seconds === 'number' && Number.isFinite(seconds)
        ? Math.min(LONGEST_UNDO, Math.max(0, Math.round(seconds)))
        : defaultPreferences.undoSeconds,
    lastBranch: typeof branch === 'string' && branch !== '' ? branch : null,
    pushView: oneOf(pushViews, given['pushView'], defaultPreferences.pushView),
  }
}

export const preferences = keptStore('self-serve-preferences', readPreferences)

/** Changes some preferences; a value out of range is brought back into it. */
export function setPreferences(changes: Partial<Preferences>): void {
  preferences.setState((old) => readPreferences({ ...old, ...changes }))
}

/** One preference, or whatever `pick` makes of them. */
export const usePreferences = <T>(pick: (preferences: Preferences) => T): T => useStore(preferences, pick)
