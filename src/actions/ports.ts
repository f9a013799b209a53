import type { Client } from '../client/client.ts'
import type { ActionRecord } from '../domain/action.ts'

/** What the outbox needs of the client. */
export type ActionClient = Pick<Client, 'read' | 'write'>

/** Where records survive. Every method may reject: storage is denied, full or gone. */
export type RecordStorage = {
  load: () => Promise<readonly ActionRecord[]>
  get: (id: string) => Promise<ActionRecord | undefined>
  /**
   * One transaction, durable when it resolves: nobody else's change comes between reading and writing.
   * `change` gets what is kept and gives what to keep; giving the same or undefined writes nothing. Resolves with the kept.
   */
  update: (
    id: string,
    change: (old: ActionRecord | undefined) => ActionRecord | undefined,
  ) => Promise<ActionRecord | undefined>
  remove: (ids: readonly string[]) => Promise<void>
}

/** Locks shared by all tabs of the origin; by this tab alone where the browser has none. */
export type Locks = {
  /** Runs `work` while holding the lock; waits in line for it. */
  hold: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** Names held now in any tab; null where that cannot be known. */
  held: () => Promise<ReadonlySet<string> | null>
}

/** A line to the other tabs. */
export type Channel = {
  post: (message: unknown) => void
  listen: (hear: (message: unknown) => void) => void
}

/** Time, and waking at a time. Milliseconds. */
export type Clock = {
  now: () => number
  /** Calls back once, `delay` from now; returns the way to call it off. */
  after: (delay: number, run: () => void) => () => void
  /** 0 to 1, for jitter. */
  random: () => number
}

/** Everything of the browser that the outbox touches, replaceable in tests. */
export type Surroundings = {
  /** This page load; a reload is another tab. */
  tab: string
  newId: () => string
  storage: RecordStorage
  locks: Locks
  channel: Channel
  clock: Clock
}

/** The lock a tab holds for as long as it lives. */
export const tabLock = (tab: string): string => `self-serve-tab-${tab}`
export const SENDER_LOCK = 'self-serve-sender'
export const FOLLOWER_LOCK = 'self-serve-follower'

/** Milliseconds after its due time at which a waking tab no longer sends: it has slept. */
export const WAKE_LIMIT = 10_000
/** Milliseconds an action waits for others on the wire before it is given up rather than sent out of the blue. */
export const LINE_LIMIT = 120_000
