import type { ActionRecord, Batch } from '../domain/action.ts'
import { mustHalt, paceOfBatches, queuedOfBatch } from '../domain/batch.ts'
import type { LifeEvent } from '../domain/actionLife.ts'
import type { Ledger } from './ledger.ts'
import type { Clock, Locks } from './ports.ts'
import { LINE_LIMIT, SENDER_LOCK, WAKE_LIMIT } from './ports.ts'
import type { OneSender } from './sendOne.ts'

export type BatchSender = {
  /** Something of this batch may have changed: looks whose turn is next, and when. */
  arm: (batch: Batch['id']) => void
}

/**
 * Sends the batches of this tab: one record at a time, at least a second after the last of any tab, and nothing more
 * once three in a row went wrong. A tab that slept between two turns sends nothing more either.
 */
export function createBatchSender(surroundings: {
  ledger: Ledger
  locks: Locks
  clock: Clock
  one: OneSender
}): BatchSender {
  const { ledger, locks, clock, one } = surroundings
  const alarms = new Map<Batch['id'], { at: number; cancel: () => void }>()
  const busy = new Set<Batch['id']>()
  /** When a batch was last seen to go on: milliseconds. */
  const alive = new Map<Batch['id'], number>()

  const all = (): readonly ActionRecord[] => ledger.state.getState().records
  /** What is going to be sent from here, in its order. */
  const line = (id: Batch['id']): readonly ActionRecord[] => queuedOfBatch(all(), id).filter(one.canBeSent)
  const upNext = (id: Batch['id']): ActionRecord | undefined => line(id)[0]
  const dueAt = (record: ActionRecord): number => Math.max(record.sendAt, paceOfBatches(all()))

  function arm(id: Batch['id']): void {
    if (busy.has(id)) return
    const next = upNext(id)
    const armed = alarms.get(id)
    const at = next ? dueAt(next) : null
    if (armed && armed.at === at) return
    armed?.cancel()
    alarms.delete(id)
    if (at === null) return
    const cancel = clock.after(Math.max(0, at - clock.now()), () => {
      alarms.delete(id)
      void turn(id)
    })
    alarms.set(id, { at, cancel })
  }

  async function turn(id: Batch['id']): Promise<void> {
    const next = upNext(id)
    if (next && slept(id, next)) return end(id, { type: 'lapsed', at: clock.now() })
    const joined = clock.now()
    busy.add(id)
    try {
      await locks.hold(SENDER_LOCK, () => underLock(id, joined))
      alive.set(id, clock.now())
    } finally {
      busy.delete(id)
      arm(id)
    }
  }

  async function underLock(id: Batch['id'], joined: number): Promise<void> {
    const next = upNext(id)
    // Changed, or another tab's batch went first: there is another turn.
    if (!next || dueAt(next) > clock.now()) return
    if (clock.now() - joined <= LINE_LIMIT) {
      if (mustHalt(all(), next)) return end(id, { type: 'held', hold: 'halted', at: clock.now() })
      await one.send(next.id)
    }
    // It waited too long for others, or the machine slept while it was on the wire.
    if (clock.now() - joined > LINE_LIMIT) await end(id, { type: 'lapsed', at: clock.now() })
  }

  /** Whether the machine slept since the batch last went on, or since its undo window ended. */
  function slept(id: Batch['id'], { sendAt }: ActionRecord): boolean {
    const last = alive.get(id) ?? 0
    return last > sendAt ? clock.now() - last > LINE_LIMIT : clock.now() - sendAt > WAKE_LIMIT
  }

  async function end(id: Batch['id'], event: LifeEvent): Promise<void> {
    await Promise.all(line(id).map((record) => ledger.apply(record.id, event)))
  }

  return { arm }
}
