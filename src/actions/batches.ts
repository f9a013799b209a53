import type { ActionRecord, Batch, Plan, Subject } from '../domain/action.ts'
import { advance, phaseOf } from '../domain/actionLife.ts'
import type { LifeEvent } from '../domain/actionLife.ts'
import { isAwaited, sameTarget } from '../domain/actionState.ts'
import { latestOfBatch, queuedOfBatch } from '../domain/batch.ts'
import type { OutboxParts } from './createOutbox.ts'

/** One target of a batch. */
export type Asked = { plan: Plan; subject: Subject }

/**
 * What can be pressed for a batch. `stop`: what has not left is `not sent`, held `stopped`; `resume`: halted records go
 * on, and what was not sent is asked for anew in the same places; `undo`: takes back what has not left, and is done once
 * that is kept.
 */
export type Batches = {
  proposeMany: (asked: readonly Asked[], how: { title: string }) => Batch['id'] | null
  undo: (id: Batch['id']) => Promise<void>
  /** Takes back what was asked for by the press that made this record: all of the batch, or the one sent again. */
  undoPress: (record: ActionRecord) => Promise<void>
  sendNow: (id: Batch['id']) => void
  stop: (id: Batch['id']) => void
  resume: (id: Batch['id']) => void
  dismiss: (id: Batch['id']) => void
}

/** The batches of one tab, over its outbox. */
export function createBatches({ ledger, compose, presser, tab, newId, now }: OutboxParts): Batches {
  const records = (): readonly ActionRecord[] => ledger.state.getState().records

  /** Shown at once, and kept in the order of turns: what would leave next is changed first. */
  async function change(changed: readonly ActionRecord[], event: LifeEvent): Promise<void> {
    await Promise.all(changed.map(({ id }) => ledger.update(id, (record) => advance(record, event), true)))
  }

  /** Every target once; a cancel that is already under way, and not kept back, is not asked for again. */
  function wanted(asked: readonly Asked[]): readonly Asked[] {
    const open = records().filter(
      (record) => record.plan.kind.startsWith('cancel') && record.hold === null && isAwaited(record, now()),
    )
    const taken: Plan[] = open.map((record) => record.plan)
    return asked.filter(({ plan }) => {
      if (taken.some((other) => sameTarget(other, plan))) return false
      taken.push(plan)
      return true
    })
  }

  /** What is queued here for the same thing gives way: another priority, or what is kept back. */
  function giveWay(asked: readonly Asked[]): void {
    const superseded = records().filter(
      (record) =>
        record.tab === tab &&
        phaseOf(record) === 'queued' &&
        (record.plan.kind === 'reprioritize' || record.hold !== null) &&
        asked.some(({ plan }) => sameTarget(plan, record.plan)),
    )
    void change(superseded, { type: 'undone', at: now() })
  }

  const undo: Batches['undo'] = (id) => change(queuedOfBatch(records(), id), { type: 'undone', at: now() })

  return {
    proposeMany(asked, { title }) {
      const targets = wanted(asked)
      if (targets.length === 0) return null
      giveWay(targets)
      const id = newId()
      const of = targets.length
      void ledger.add(
        ...targets.map(({ plan, subject }, index) =>
          compose(plan, subject, { batch: { id, place: index + 1, of, title } }),
        ),
      )
      return id
    },
    undo,
    undoPress(record) {
      const id = record.batch?.id ?? ''
      const together = queuedOfBatch(records(), id).filter((other) => other.steps[0]?.at === record.steps[0]?.at)
      if (record.again === null || together.length > 1) return undo(id)
      return change(together, { type: 'undone', at: now() })
    },
    sendNow(id) {
      const waiting = queuedOfBatch(records(), id).filter((record) => record.hold === null)
      void change(waiting, { type: 'dueNow', who: presser(), at: now() })
    },
    stop: (id) => void change(queuedOfBatch(records(), id), { type: 'lapsed', hold: 'stopped', at: now() }),
    resume(id) {
      const latest = latestOfBatch(records(), id)
      const kept = latest.filter((record) => phaseOf(record) === 'queued' && record.hold !== 'collision')
      void change(kept, { type: 'dueNow', who: presser(), at: now() })
      const gone = latest.filter((record) => phaseOf(record) === 'not sent')
      const again = gone.flatMap(({ id: old, plan, subject, batch }) =>
        batch ? [compose(plan, subject, { again: old, batch })] : [],
      )
      if (again.length > 0) void ledger.add(...again)
    },
    dismiss(id) {
      const at = now()
      const all = records().filter((record) => record.batch?.id === id)
      void Promise.all(all.map((record) => ledger.apply(record.id, { type: 'undone', at }))).then((settled) => {
        const removable = settled.filter((record) => record && phaseOf(record) !== 'sent')
        return ledger.remove(removable.flatMap((record) => record?.id ?? []))
      })
    },
  }
}
