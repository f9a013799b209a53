import { focusManager } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { isPaused } from '../stores/freshness.ts'
import { createTabs } from './tabs.ts'
import type { TabPorts, Tabs } from './tabs.ts'

/** A tab that holds the turn for longer than all tries of a read take is stuck, and not waited for. Milliseconds. */
const LONGEST_TURN = 120_000

/**
 * The tabs of this browser, as the cache of this page uses them; null where they cannot talk or take turns, as on plain
 * HTTP: then each asks for itself. What another tab brings is taken up at once by a page that is seen and not paused,
 * through its own query as if it had asked itself; by one that is hidden or paused when that is over.
 */
export function startTabs(client: QueryClient): Tabs | null {
  // Typed as always there; it is not on plain HTTP.
  const locks: LockManager | undefined = navigator.locks
  if (!locks || typeof BroadcastChannel === 'undefined') return null
  const cache = client.getQueryCache()
  const takeUp = (key: string): void => {
    const query = cache.get(key)
    if (query?.isActive() && focusManager.isFocused() && !isPaused()) query.fetch().catch(() => undefined)
  }
  const tabs = createTabs(portsOf(locks), takeUp)
  cache.subscribe(({ type, query }) => {
    if (type === 'removed' || (type === 'observerRemoved' && query.getObserversCount() === 0))
      tabs.drop(query.queryHash)
  })
  focusManager.subscribe(() => {
    for (const key of tabs.news()) takeUp(key)
  })
  return tabs
}

/** What tells these tabs from those of another build, whose answers may look different, and of another demo world. */
function realm(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? ''
  return `${script} ${document.documentElement.dataset['world'] ?? ''}`
}

function portsOf(locks: LockManager): TabPorts {
  const us = `self-serve-poll ${realm()}`
  const turn = (key: string) => `${us} turn ${key}`
  const kept = (key: string) => `${us} kept ${key}`
  const line = new BroadcastChannel(us)
  return {
    post: (message) => line.postMessage(message),
    listen: (hear) => line.addEventListener('message', (event: MessageEvent<unknown>) => hear(event.data)),
    async inTurn(key, signal, work) {
      let begun = false
      const begin = (waited: boolean) => {
        begun = true
        return work(waited)
      }
      try {
        const first = await locks.request(turn(key), { ifAvailable: true }, async (lock) =>
          lock === null ? null : { given: await begin(false) },
        )
        if (first !== null) return first.given
        const patience = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_TURN)])
        return await locks.request(turn(key), { signal: patience }, () => begin(true))
      } catch (thrown) {
        // Locks that are refused, as where storage is denied, or never granted: this tab asks for itself.
        if (begun || signal.aborted) throw thrown
        return begin(false)
      }
    },
    mark(key) {
      let unmark = () => {}
      const until = new Promise<void>((resolve) => (unmark = resolve))
      locks.request(kept(key), { mode: 'shared' }, () => until).catch(() => undefined)
      return unmark
    },
    async interest(key) {
      try {
        const { held = [], pending = [] } = await locks.query()
        const named = (list: readonly LockInfo[], wanted: string) => list.filter(({ name }) => name === wanted).length
        return { marked: named(held, kept(key)), waiting: named(pending, turn(key)) }
      } catch {
        return null
      }
    },
    now: () => Date.now(),
    after(delay, run) {
      const timer = setTimeout(run, delay)
      return () => clearTimeout(timer)
    },
  }
}
