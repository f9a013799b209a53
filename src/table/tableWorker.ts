import { buffersOf } from './assemble.ts'
import { bufferOf } from './bytes.ts'
import type { AnswerBytes } from './bytes.ts'
import type { Seen } from './applySeen.ts'
import { createTableMaker } from './tableMaker.ts'
import type { Made, Source, TableMaker } from './tableMaker.ts'

/** Bytes for the table called `key`, or word that the table is wanted no more. */
export type ToWorker =
  | { kind: 'feed'; id: number; key: string; branch: string; source: Source; bytes: AnswerBytes }
  | { kind: 'see'; id: number; key: string; branch: string; seen: Seen }
  | { kind: 'drop'; key: string }
export type FromWorker = { id: number; made: Made | { kind: 'broken'; message: string } }

/** Makes tables off the page: bytes in, columns out, both handed over without a copy;
 * what comes is answered in its order. No timers, no network. */
export async function answer(makers: Map<string, TableMaker>, message: ToWorker): Promise<FromWorker | null> {
  if (message.kind === 'drop') {
    makers.delete(message.key)
    return null
  }
  const { id, key, branch } = message
  let maker = makers.get(key)
  if (maker === undefined) makers.set(key, (maker = createTableMaker(branch)))
  try {
    if (message.kind === 'see') return { id, made: maker.see(message.seen) }
    return { id, made: maker.feed(message.source, await bufferOf(message.bytes)) }
  } catch (thrown) {
    return { id, made: { kind: 'broken', message: String(thrown) } }
  }
}

/** The messages of a worker's own scope, as far as we use them. */
type Scope = {
  addEventListener: (type: 'message', listen: (event: MessageEvent<ToWorker>) => void) => void
  postMessage: (message: FromWorker, transfer: Transferable[]) => void
}

export function serve(scope: Scope): void {
  const makers = new Map<string, TableMaker>()
  let turn = Promise.resolve()
  scope.addEventListener('message', ({ data }) => {
    turn = turn.then(async () => {
      const reply = await answer(makers, data)
      if (reply !== null) scope.postMessage(reply, reply.made.kind === 'table' ? buffersOf(reply.made.table) : [])
    })
  })
}
