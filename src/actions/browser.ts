import type { Channel, Clock, Locks, Surroundings } from './ports.ts'
import { indexedDbStorage } from './storage.ts'

/** Random enough to name things; `crypto.randomUUID` is missing on plain HTTP. */
const newId = (): string => crypto.getRandomValues(new Uint32Array(3)).join('-')

/** Locks of one tab: names are waited for in turn, and nothing is known of others. */
export function localLocks(): Locks {
  const lines = new Map<string, Promise<unknown>>()
  return {
    hold(name, work) {
      const before = lines.get(name) ?? Promise.resolve()
      const mine = before.then(work, work)
      lines.set(name, mine)
      return mine
    },
    held: async () => null,
  }
}

/** Web Locks where the browser has them and lets us; plain HTTP and denied storage have none. */
function browserLocks(): Locks {
  const local = localLocks()
  // Typed as always there; it is not on plain HTTP.
  const manager: LockManager | undefined = navigator.locks
  return {
    async hold(name, work) {
      let began = false
      try {
        if (!manager) return await local.hold(name, work)
        return await manager.request(name, () => {
          began = true
          return work()
        })
      } catch (thrown) {
        if (began || !manager) throw thrown
        return local.hold(name, work)
      }
    },
    async held() {
      try {
        const { held } = (await manager?.query()) ?? {}
        return held ? new Set(held.flatMap((lock) => lock.name ?? [])) : null
      } catch {
        return null
      }
    },
  }
}

function browserChannel(): Channel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => undefined, listen: () => undefined }
  const line = new BroadcastChannel('self-serve-actions')
  return {
    post: (message) => line.postMessage(message),
    listen: (hear) => line.addEventListener('message', (event: MessageEvent<unknown>) => hear(event.data)),
  }
}

const browserClock: Clock = {
  now: () => Date.now(),
  after(delay, run) {
    const timer = setTimeout(run, delay)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
}

/** This browser, as the outbox uses it. */
export const browserSurroundings = (): Surroundings => ({
  tab: newId(),
  newId,
  storage: indexedDbStorage(),
  locks: browserLocks(),
  channel: browserChannel(),
  clock: browserClock,
})
