import type { ActionRecord } from '../domain/action.ts'
import { phaseOf } from '../domain/actionLife.ts'
import type { Ledger } from './ledger.ts'
import type { Clock, Locks } from './ports.ts'
import { tabLock } from './ports.ts'

/** How often records of other tabs are held against the tabs that live. Milliseconds. */
const EVERY = 30_000

/** Without locks nobody knows which tabs live; a record this long overdue has none. Milliseconds. */
const SURELY_GONE = 120_000

/**
 * Ends what tabs that are gone left behind: what was queued there is never sent, and the answer to what was sent is lost.
 * Runs now, and from time to time while other tabs have something under way.
 */
export function createSweep(surroundings: {
  tab: string
  ledger: Ledger
  locks: Locks
  clock: Clock
}): () => Promise<void> {
  const { tab, ledger, locks, clock } = surroundings
  let armed = false

  const theirs = (): readonly ActionRecord[] =>
    ledger.state.getState().records.filter((record) => {
      const phase = phaseOf(record)
      return record.tab !== tab && (phase === 'queued' || phase === 'sent')
    })

  async function sweep(): Promise<void> {
    // Records first, locks second: a tab holds its lock before it keeps its first record.
    const found = theirs()
    if (found.length === 0) return
    const held = await locks.held()
    for (const record of found) {
      const at = clock.now()
      const gone = held ? !held.has(tabLock(record.tab)) : at - record.sendAt > SURELY_GONE
      if (!gone) continue
      await ledger.apply(record.id, { type: 'lapsed', at })
      await ledger.apply(record.id, { type: 'lost', at })
    }
    arm()
  }

  function arm(): void {
    if (armed || theirs().length === 0) return
    armed = true
    clock.after(EVERY, () => {
      armed = false
      void sweep()
    })
  }

  ledger.listen(arm)
  return sweep
}
