import type { JobRequest } from '../contract/records.ts'
import type { ActionRecord } from '../domain/action.ts'
import { reachedAt } from '../domain/actionLife.ts'
import { askedAt, hasEnded } from '../domain/actionState.ts'
import { aimOf, collisions } from '../domain/radar.ts'
import type { Collision } from '../domain/radar.ts'
import type { Ledger } from './ledger.ts'
import type { ActionClient, Clock } from './ports.ts'

/** Milliseconds from when the log is asked for in which the reading serves all that is due together. */
const TOGETHER_DUE = 1_000
/** Milliseconds that an action waits for the log at most; then it is sent without. */
const LIMIT = 4_000
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
  /** Who asked for the same a moment ago; `logChecked` false where the log could not be read in time. Never rejects. */
  check: (record: ActionRecord) => Promise<{ collision: Collision | null; logChecked: boolean }>
}

/**
 * Looks before a write into the self-serve log, and at what other tabs have asked for. The look is taken at the moment of
 * sending: what somebody asks for while ours waits out its undo window must be in it.
 */
export function createRadar(surroundings: { ledger: Ledger; client: ActionClient; clock: Clock; tab: string }): Radar {
  const { ledger, client, clock, tab } = surroundings
  let last: { since: number; reading: Promise<Reading | null> } | null = null

  /** The log as asked for since an action became due. */
  function read(due: number): Promise<Reading | null> {
    if (last && last.since >= due && clock.now() - last.since < TOGETHER_DUE) return last.reading
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
    async check(record) {
      const reading = await inTime(read(record.sendAt))
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
