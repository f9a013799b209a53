import type { ActionRecord, Batch } from '../domain/action.ts'
import { viewBatch } from '../domain/batch.ts'
import { pickAgain } from '../stores/selection.ts'
import { createBatches } from './batches.ts'
import type { Asked } from './batches.ts'
import { installedOutbox } from './outbox.ts'
import { actionState } from './store.ts'

/** What is pressed for many at once; beside `outbox.ts`, so that it is loaded where it is needed. */
const batches = () => createBatches(installedOutbox().parts)

/**
 * Asks for many things by one press: one undo window, then one write at a time. `title` names it: "Cancel 12 jobs".
 * Returns the batch's id; null where all of it is already under way.
 */
export const proposeMany = (asked: readonly Asked[], how: { title: string }): Batch['id'] | null =>
  batches().proposeMany(asked, how)

/** Where nothing of a batch has left, its jobs are picked as before. */
function pickUndone(id: Batch['id']): void {
  const batch = viewBatch(actionState.getState().records, id)
  if (batch && batch.counts.undone === batch.of) pickAgain(id)
}

/** Takes back what is still queued here; what has left goes on. Where that is nothing, its jobs are picked as before. */
export const undoBatch = (id: Batch['id']): void =>
  // Not before it is kept: the first may leave in this very moment, and picked again it would be asked for twice.
  void batches()
    .undo(id)
    .then(() => pickUndone(id))

/** Takes back what was asked for by the press that made a record of a batch: all of it, or the one that was sent again. */
export const undoPress = (record: ActionRecord): void =>
  void batches()
    .undoPress(record)
    .then(() => pickUndone(record.batch?.id ?? ''))

/** Ends the undo window of the whole batch now. */
export const sendBatchNow = (id: Batch['id']): void => batches().sendNow(id)

/** What has not left is `not sent`. */
export const stopBatch = (id: Batch['id']): void => batches().stop(id)

/** A halted batch goes on, and what was not sent is asked for anew, in the same places. */
export const resumeBatch = (id: Batch['id']): void => batches().resume(id)

/** Removes the batch from the list; what is on the wire stays. */
export const dismissBatch = (id: Batch['id']): void => batches().dismiss(id)
