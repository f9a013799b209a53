import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { Ask, Tabs } from './tabs.ts'

let tabs: Tabs | null = null
let loading: Promise<void> | null = null

/** Lets the tabs of this browser ask for each other; where the code for it does not come, this one asks for itself. */
export function installTabs(client: QueryClient): void {
  loading = import('./browserTabs.ts').then(
    ({ startTabs }) => {
      tabs = startTabs(client)
    },
    () => undefined,
  )
}

/** The answer to `ask`, or what another tab was answered since to the same question. Throws what asking throws. */
export const shared: Ask = async (key, every, signal, ask) => {
  await loading
  return tabs ? tabs.ask(key, every, signal, ask) : ask()
}

/** Somebody pressed: what is asked in this moment is asked by this tab itself and at once, whatever other tabs have. */
export const pressed = (): void => tabs?.pressed()

/** What was asked for under this key before `since` (milliseconds) is out of date, whoever asked. */
export const outdated = (key: QueryKey, since: number): void => tabs?.outdated(key, since)
