import type { CDPSession, Page } from '@playwright/test'

/** Bytes in use after a collection: objects, and the memory of typed arrays. */
export type Heap = { objects: number; arrays: number }

type Usage = { usedSize: number; backingStorageSize?: number }
const heapOf = ({ usedSize, backingStorageSize = 0 }: Usage): Heap => ({
  objects: usedSize,
  arrays: backingStorageSize,
})

/** The heaps of a page and of its one worker, if it has started it. */
export async function heaps(page: Page): Promise<{ page: Heap; worker: Heap | null }> {
  const session = await page.context().newCDPSession(page)
  const ofPage = await collected((method) => session.send(method))
  const worker = await workerSession(session)
  const ofWorker = worker && (await collected(worker))
  await session.detach()
  return { page: ofPage, worker: ofWorker }
}

type Send = (method: 'HeapProfiler.collectGarbage' | 'Runtime.getHeapUsage') => Promise<unknown>

async function collected(send: Send): Promise<Heap> {
  await send('HeapProfiler.collectGarbage')
  // The protocol's own reply to this method.
  return heapOf((await send('Runtime.getHeapUsage')) as Usage)
}

/** Playwright gives no session of a worker, so messages to it are passed through the page's. */
async function workerSession(session: CDPSession): Promise<Send | null> {
  const attached: string[] = []
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') attached.push(sessionId)
  })
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  const [sessionId] = attached
  if (sessionId === undefined) return null
  let id = 0
  return (method) => {
    const own = ++id
    return new Promise((resolve, reject) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const reply = JSON.parse(message) as { id?: number; result?: unknown; error?: { message: string } }
        if (reply.id !== own) return
        if (reply.error) reject(new Error(reply.error.message))
        else resolve(reply.result)
      })
      session
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: own, method }) })
        .catch(reject)
    })
  }
}
