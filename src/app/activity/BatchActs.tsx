import { resumeBatch, sendBatchNow, stopBatch, undoBatch } from '../../actions/many.ts'
import type { BatchView } from '../../domain/batch.ts'
import { Button } from '../../ui/Button.tsx'
import { UndoRing } from '../../ui/UndoRing.tsx'

/** What can be pressed for a batch as it stands. Nothing of it goes on by itself once it was halted or stopped. */
export function BatchActs({ batch }: { batch: BatchView }) {
  const { id, title, state, sendAt, resumable, records } = batch
  if (state === 'queued' && sendAt !== null) {
    const asked = records.find((record) => record.sendAt === sendAt)?.steps[0]?.at ?? sendAt
    return (
      <>
        <UndoRing from={asked} until={sendAt} of={title} onUndo={() => undoBatch(id)} />
        <Button small onClick={() => sendBatchNow(id)}>
          Send now
        </Button>
      </>
    )
  }
  return (
    <>
      {(state === 'sending' || state === 'halted') && (
        <Button small onClick={() => stopBatch(id)}>
          Stop
        </Button>
      )}
      {state !== 'sending' && resumable > 0 && (
        <Button small onClick={() => resumeBatch(id)}>
          Resume
        </Button>
      )}
    </>
  )
}
