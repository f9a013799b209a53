import type { FarmAnswer, FarmAsk } from '../farm/farm.ts'

export type AskMessage = { id: number; ask: FarmAsk }
export type AnswerMessage = { id: number; ok: true; answer: FarmAnswer } | { id: number; ok: false; reason: string }

/** Starts the farm's worker; the function asks it. */
export function startFarmWorker(): (ask: FarmAsk) => Promise<FarmAnswer> {
  const worker = new Worker(new URL('./farmWorker.ts', import.meta.url), { type: 'module', name: 'farm' })
  const waiting = new Map<number, { resolve: (answer: FarmAnswer) => void; reject: (error: Error) => void }>()
  let last = 0

  worker.addEventListener('message', ({ data }: MessageEvent<AnswerMessage>) => {
    const asker = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.ok) asker?.resolve(data.answer)
    else asker?.reject(new Error(data.reason))
  })
  worker.addEventListener('error', ({ message }) => {
    for (const asker of waiting.values()) asker.reject(new Error(`The demo's farm broke: ${message}`))
    waiting.clear()
  })

  return (ask) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      worker.postMessage({ id: last, ask } satisfies AskMessage)
    })
}
