import type { ActionRecord } from '../domain/action.ts'
import { advance, phaseOf } from '../domain/actionLife.ts'
import { isHeld } from '../domain/actionState.ts'
import type { Ledger } from './ledger.ts'
import type { ActionClient, Clock } from './ports.ts'
import type { Radar } from './radar.ts'
import { prepare, writeOnce } from './write.ts'

export type OneSender = {
  isOurs: (record: ActionRecord) => boolean
  /** Ours, and nothing keeps it back but time. */
  canBeSent: (record: ActionRecord) => boolean
  /** The same, and due. */
  maySend: (record: ActionRecord) => boolean
  /** Sends it, unless somebody asked for the same a moment ago or it has changed meanwhile. Called under the sender's lock. */
  send: (id: string) => Promise<void>
}

/**
 * Puts one queued action of this tab on the wire. `sent` is kept before the one `write`, so whatever happens afterwards
 * it is never written twice.
 */
export function createOneSender(surroundings: {
  tab: string
  ledger: Ledger
  client: ActionClient
  clock: Clock
  radar: Radar
  /** Who acts now, as far as known. */
  me: () => string | null
}): OneSender {
  const { tab, ledger, client, clock, radar, me } = surroundings
  const isOurs = (record: ActionRecord): boolean => record.tab === tab && phaseOf(record) === 'queued'
  const canBeSent = (record: ActionRecord): boolean => isOurs(record) && !isHeld(record, me())
  const maySend = (record: ActionRecord): boolean => canBeSent(record) && record.sendAt <= clock.now()

  async function send(id: string): Promise<void> {
    const record = ledger.get(id)
    if (!record || !maySend(record)) return
    const prepared = await prepare(client, record.plan)
    if ('failure' in prepared) {
      await ledger.apply(id, { type: 'lapsed', failure: prepared.failure, at: clock.now() })
      return
    }
    // Once shown it is known, and pressed all the same.
    const { collision, logChecked } = record.collision
      ? { collision: null, logChecked: record.logChecked }
      : await radar.check(record)
    if (collision) {
      await ledger.apply(id, { type: 'held', hold: 'collision', collision, at: clock.now() })
      return
    }
    let ours = false
    await ledger.update(id, (kept) => {
      ours = maySend(kept) && kept.sendAt === record.sendAt
      return ours ? advance({ ...kept, plan: prepared.plan }, { type: 'sent', logChecked, at: clock.now() }) : kept
    })
    if (!ours) return
    const answer = await writeOnce(client, prepared.plan, clock.now)
    await ledger.apply(id, answer)
  }

  return { isOurs, canBeSent, maySend, send }
}
