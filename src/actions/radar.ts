import type { JobRequest } from '../contract/records.ts'
import type { ActionRecord } from '../domain/action.ts'
import { reachedAt } from '../domain/actionLife.ts'
import { askedAt, hasEnded } from '../domain/actionState.ts'
import { aimOf, collisions } from '../domain/radar.ts'
import type { Collision } from '../domain/radar.ts'
import type { Ledger } from './ledger.ts'
import type { ActionClient, Clock } from './ports.ts'

/** Milliseconds before its time at which an action has the log read, so that it need not wait for it. */
export const LOOK_BEFORE = 2_000
/** Milliseconds for which one reading of the log serves whatever is sent. */
const FRESH = 10_000
/** Milliseconds that an action waits for the log at most; then it is sent without. */
const LIMIT = 2_000
/** Entries of the log that are read: more than a busy farm is asked for in ten minutes. */
const ENTRIES = 100
/** Milliseconds between two presses in two tabs that were surely made without knowing of each other. */
const TOGETHER = 60_000

/**
 * Whether a record of another tab counts against this one: it has left its browser tab, and whoever pressed here may not
 * have known. What had come to its end before, or is sent again here, was in plain sight.
 */
function unawares(record: ActionRecord, other: ActionRecord): boolean {
  if (other.id === record.again || reachedAt(other, 'sent') === null) return false
  return !hasEnded(other) || Math.abs(askedAt(other) - askedAt(record)) < TOGETHER
}

type Reading = { entries: readonly JobRequest[]; offset: number }

export type Radar = {
  /** Reads the log now, unless it was read a moment ago. */
  warm: () => void
  /** Who asked for the same a moment ago; `logChecked` false where the log could not be read in time. Never rejects. */
  check: (record: ActionRecord) => Promise<{ collision: Collision | null; logChecked: boolean }>
}

/** Looks before a write into the self-serve log, and at what other tabs have asked for. */
export function createRadar(surroundings: { ledger: Ledger; client: ActionClient; clock: Clock; tab: string }): Radar {
  const { ledger, client, clock, tab } = surroundings
  let last: { since: number; reading: Promise<Reading | null> } | null = null

  function read(): Promise<Reading | null> {
    if (last && clock.now() - last.since < FRESH) return last.reading
    const mine = {
      since: clock.now(),
      reading: client.read('jobRequests', { num: ENTRIES, offset: 0 }).then(
        ({ value, at, serverTime }) => ({
          entries: value,
          offset: serverTime === null ? 0 : serverTime - at / 1000,
        }),
        () => {
          // The next one asks again.
          if (last === mine) last = null
          return null
        },
      ),
    }
    last = mine
    return mine.reading
  }

  const inTime = (reading: Promise<Reading | null>): Promise<Reading | null> =>
    new Promise((resolve) => {
      const cancel = clock.after(LIMIT, () => resolve(null))
      void reading.then((value) => {
        cancel()
        resolve(value)
      })
    })

  return {
    warm: () => void read(),
    async check(record) {
      const reading = await inTime(read())
      const { entries, offset } = reading ?? { entries: [], offset: 0 }
      const records = ledger.state
        .getState()
        .records.map((other) => (unawares(record, other) ? other : { ...other, tab }))
      const now = clock.now() / 1000
      const [collision = null] = collisions(aimOf(record.plan, record.subject), { entries, records, tab, now, offset })
      return { collision, logChecked: reading !== null }
    },
  }
}
