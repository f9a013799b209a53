import { resumeBatch, sendBatchNow, stopBatch, undoBatch } from '../actions/many.ts'
import type { BatchView } from '../domain/batch.ts'
import { batchInShort } from '../domain/batchWords.ts'
import { openActivity } from '../stores/frame.ts'
import { Button } from '../ui/Button.tsx'
import { UndoRing } from '../ui/UndoRing.tsx'
import { putAway } from './batchesInSight.ts'
import styles from './bulkBar.module.css'

/** A batch in the bulk bar: how far it came, and what can be pressed now. `now`: milliseconds. */
export function BatchLine({ batch, now }: { batch: BatchView; now: number }) {
  const { id, title, of, state, left, records, sendAt } = batch
  const begun = records[0]?.steps[0]?.at
  return (
    <div className={styles.line} data-line="">
      <b>{title}</b>
      <span role="status" className={styles.dim}>
        {batchInShort(batch, now)}
      </span>
      {state === 'sending' && (
        <progress className={styles.progress} max={of} value={left} aria-label={`Sent of ${title}`} />
      )}
      <span className={styles.acts}>
        {state === 'queued' && sendAt !== null && begun !== undefined && (
          <>
            <UndoRing from={begun} until={sendAt} of={title} onUndo={() => undoBatch(id)} />
            <Button onClick={() => sendBatchNow(id)}>Send now</Button>
          </>
        )}
        {state === 'sending' && (
          <Button className={styles.solid} onClick={() => stopBatch(id)}>
            Stop
          </Button>
        )}
        {state === 'halted' && (
          <>
            <Button className={styles.solid} onClick={() => resumeBatch(id)}>
              Resume
            </Button>
            <Button onClick={() => stopBatch(id)}>Stop</Button>
          </>
        )}
        <Button variant="quiet" className={styles.plain} onClick={() => openActivity(records[0]?.id)}>
          Details
        </Button>
        {state !== 'queued' && state !== 'sending' && (
          <Button variant="quiet" className={styles.plain} onClick={() => putAway(id)}>
            Close
          </Button>
        )}
      </span>
    </div>
  )
}
