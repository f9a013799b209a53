import type { ActionRecord } from '../domain/action.ts'
import { advance, phaseOf } from '../domain/actionLife.ts'
import { isHeld } from '../domain/actionState.ts'
import type { Ledger } from './ledger.ts'
import type { ActionClient, Clock, Locks } from './ports.ts'
import { SENDER_LOCK } from './ports.ts'
import { prepare, writeOnce } from './write.ts'

/** Milliseconds after its due time at which a waking tab no longer sends: it has slept. */
export const WAKE_LIMIT = 10_000

/** Milliseconds an action waits for others on the wire before it is given up rather than sent out of the blue. */
export const LINE_LIMIT = 120_000

export type Sender = {
  /** Looks again at everything queued here: identity changed, or the page came back. */
  wake: () => void
}

/**
 * Sends what this tab has queued, each when its undo window has passed, one at a time over all tabs.
 * `sent` is kept before the one `write`, so whatever happens afterwards it is never written twice.
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
  const { tab, ledger, client, locks, clock, me } = surroundings
  const alarms = new Map<string, { at: number; cancel: () => void }>()
  const inLine = new Set<string>()

  const isOurs = (record: ActionRecord): boolean => record.tab === tab && phaseOf(record) === 'queued'
  const maySend = (record: ActionRecord): boolean =>
    isOurs(record) && !isHeld(record, me()) && record.sendAt <= clock.now()

  function arm(record: ActionRecord): void {
    const armed = alarms.get(record.id)
    if (armed && armed.at === record.sendAt && isOurs(record)) return
    armed?.cancel()
    alarms.delete(record.id)
    if (!isOurs(record)) return
    const { id, sendAt } = record
    const cancel = clock.after(Math.max(0, sendAt - clock.now()), () => void due(id))
    alarms.set(id, { at: sendAt, cancel })
  }

  async function due(id: string): Promise<void> {
    const record = ledger.get(id)
    if (!record || !maySend(record) || inLine.has(id)) return
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
      if (after && maySend(after)) void due(id)
    }
  }

  async function send(id: string, joined: number): Promise<void> {
    const record = ledger.get(id)
    if (!record || !maySend(record)) return
    if (clock.now() - joined > LINE_LIMIT) {
      await ledger.apply(id, { type: 'lapsed', at: clock.now() })
      return
    }
    const prepared = await prepare(client, record.plan)
    if ('failure' in prepared) {
      await ledger.apply(id, { type: 'lapsed', failure: prepared.failure, at: clock.now() })
      return
    }
    let ours = false
    await ledger.update(id, (kept) => {
      ours = maySend(kept) && kept.sendAt === record.sendAt
      return ours ? advance({ ...kept, plan: prepared.plan }, { type: 'sent', at: clock.now() }) : kept
    })
    if (!ours) return
    const answer = await writeOnce(client, prepared.plan, clock.now)
    await ledger.apply(id, answer)
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
