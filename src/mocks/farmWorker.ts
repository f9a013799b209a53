import type { AskMessage, AnswerMessage } from './farmClient.ts'
import { answerShared } from './sharedFarm.ts'

// The worker in which the demo's farm lives: tens of megabytes of JSON are made here and leave as bytes.

self.addEventListener('message', ({ data: { id, ask } }: MessageEvent<AskMessage>) => {
  answerShared(ask).then(
    (answer) => {
      // A copy is handed over: the farm may keep its own for the next who asks.
      const body = answer.body.slice()
      say({ id, ok: true, answer: { ...answer, body } }, [body.buffer])
    },
    (error: unknown) => say({ id, ok: false, reason: error instanceof Error ? error.message : String(error) }),
  )
})

function say(message: AnswerMessage, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer })
}
