import { createFollower } from './follower.ts'
import type { Ledger } from './ledger.ts'
import type { ActionClient, Surroundings } from './ports.ts'
import { FOLLOWER_LOCK } from './ports.ts'
import { createSender } from './sender.ts'
import { createSweep } from './sweep.ts'

/** The part of the outbox that is needed once something was asked for: loaded then. */
export type Engine = {
  /** Looks again at what is queued here. */
  wake: () => void
  lookNow: (id: string) => void
}

/**
 * Sends for this tab, sweeps after tabs that are gone, and waits to be the one tab that follows for all.
 * Where records are in memory only, each tab follows its own.
 */
export function startEngine(
  surroundings: Surroundings & {
    ledger: Ledger
    client: ActionClient
    me: () => string | null
    learn: (who: string) => void
  },
): Engine {
  const { ledger, locks } = surroundings
  const follower = createFollower(surroundings)
  const sender = createSender(surroundings)
  const sweep = createSweep(surroundings)
  void sweep()

  // Held for as long as this tab lives; the next in line takes over.
  void locks.hold(FOLLOWER_LOCK, async () => {
    follower.start()
    await new Promise(() => undefined)
  })
  const followAlone = (): void => {
    if (ledger.state.getState().memoryOnly) follower.start()
  }
  ledger.state.subscribe((now, before) => {
    if (now.memoryOnly && !before.memoryOnly) followAlone()
  })
  followAlone()

  return { wake: sender.wake, lookNow: (id) => void follower.lookNow(id) }
}
