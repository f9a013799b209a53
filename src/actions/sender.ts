import type { ActionRecord } from '../domain/action.ts'
import { createBatchSender } from './batchSender.ts'
import type { Ledger } from './ledger.ts'
import type { ActionClient, Clock, Locks } from './ports.ts'
import { LINE_LIMIT, SENDER_LOCK, WAKE_LIMIT } from './ports.ts'
import { createRadar } from './radar.ts'
import { createOneSender } from './sendOne.ts'

export type Sender = {
  /** Looks again at everything queued here: identity changed, or the page came back. */
  wake: () => void
}

/**
 * Sends what this tab has queued, each when its undo window has passed, one at a time over all tabs; what belongs to
 * a batch has its turn there.
 */
export function createSender(surroundings: {
  tab: string
  ledger: Ledger
  client: ActionClient
  locks: Locks
  clock: Clock
  /** Who acts now, as far as known. */
  me: () => string | null
}): Sender {
  const { ledger, locks, clock } = surroundings
  const radar = createRadar(surroundings)
  const one = createOneSender({ ...surroundings, radar })
  const batches = createBatchSender({ ...surroundings, one })
  const alarms = new Map<string, { at: number; cancel: () => void }>()
  const inLine = new Set<string>()

  function arm(record: ActionRecord): void {
    const { id, sendAt, batch } = record
    if (batch) batches.arm(batch.id)
    const armed = alarms.get(id)
    const ours = !batch && one.isOurs(record)
    if (armed && armed.at === sendAt && ours) return
    armed?.cancel()
    alarms.delete(id)
    if (!ours) return
    alarms.set(id, { at: sendAt, cancel: clock.after(Math.max(0, sendAt - clock.now()), () => void due(id)) })
  }

  async function due(id: string): Promise<void> {
    const record = ledger.get(id)
    if (!record || record.batch || !one.maySend(record) || inLine.has(id)) return
    if (clock.now() - record.sendAt > WAKE_LIMIT) {
      await ledger.apply(id, { type: 'lapsed', at: clock.now() })
      return
    }
    inLine.add(id)
    const joined = clock.now()
    try {
      await locks.hold(SENDER_LOCK, () => send(id, joined))
    } finally {
      inLine.delete(id)
      const after = ledger.get(id)
      // Changed while it stood in line: its new window has an alarm of its own, unless that rang meanwhile.
      if (after && one.maySend(after)) void due(id)
    }
  }

  async function send(id: string, joined: number): Promise<void> {
    const record = ledger.get(id)
    if (!record || !one.maySend(record)) return
    if (clock.now() - joined > LINE_LIMIT) await ledger.apply(id, { type: 'lapsed', at: clock.now() })
    else await one.send(id)
  }

  const wake = (): void => {
    for (const record of ledger.state.getState().records) {
      arm(record)
      void due(record.id)
    }
  }
  ledger.listen(arm)
  wake()
  return { wake }
}
