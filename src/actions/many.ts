import type { ActionRecord, Batch } from '../domain/action.ts'
import { viewBatch } from '../domain/batch.ts'
import { clearPicked, pickAgain } from '../stores/selection.ts'
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

function isUndone(id: Batch['id']): boolean {
  const batch = viewBatch(actionState.getState().records, id)
  return batch !== null && batch.counts.undone === batch.of
}

/** Where all of a batch is taken back, as shown now and as it turns out once that is kept, its jobs are picked as before. */
function pickUndone(id: Batch['id'], kept: Promise<void>): void {
  if (!isUndone(id)) return
  pickAgain(id)
  // One may have left in the very moment: picked, it would be asked for twice.
  void kept.then(() => isUndone(id) || clearPicked())
}

/** Takes back what is still queued here; what has left goes on. Where that is nothing, its jobs are picked as before. */
export const undoBatch = (id: Batch['id']): void => pickUndone(id, batches().undo(id))

/** Takes back what was asked for by the press that made a record of a batch: all of it, or the one that was sent again. */
export const undoPress = (record: ActionRecord): void => pickUndone(record.batch?.id ?? '', batches().undoPress(record))

/** Ends the undo window of the whole batch now. */
export const sendBatchNow = (id: Batch['id']): void => batches().sendNow(id)

/** What has not left is `not sent`. */
export const stopBatch = (id: Batch['id']): void => batches().stop(id)

/** A halted batch goes on, and what was not sent is asked for anew, in the same places. */
export const resumeBatch = (id: Batch['id']): void => batches().resume(id)

/** Removes the batch from the list; what is on the wire stays. */
export const dismissBatch = (id: Batch['id']): void => batches().dismiss(id)
