import type { Source, TableMaker } from './tableMaker.ts'
import type { FromWorker, ToWorker } from './tableWorker.ts'
import type { JobTable } from './jobTable.ts'
import { inheritPushes } from './push.ts'

/**
 * About 2,700 rows, some 15 ms of work: shorter lists are read on the page, since starting a worker and waiting for it
 * takes longer. Ten thousand rows would already hold the page for longer than a frame at every refresh.
 */
const WORKER_FROM_BYTES = 1_000_000

/** What a feed led to. `table` is null while its list has not come; the same object as before when nothing changed. */
export type Fed = { ok: true; table: JobTable | null } | { ok: false; what: string }

/** Bytes of one source of the table `key`, asked for at `sentAt` (milliseconds). */
export type Feed = { key: string; branch: string; source: Source; bytes: Blob; sentAt: number }

/** The part of a `Worker` that is used. */
export type WorkerLike = {
  postMessage: (message: ToWorker) => void
  addEventListener: {
    (type: 'message', listen: (event: MessageEvent<FromWorker>) => void): void
    (type: 'error', listen: (event: Event) => void): void
  }
}

/** One table's making: on the page while its answers are short, in the worker from the first long one on. */
type Session = {
  inline: Promise<TableMaker> | null
  /** Kept while inline, to hand over when the table moves to the worker. Short by definition. */
  latest: Map<Source, Blob>
  askedAt: Map<Source, number>
  fed: number
  shown: number
  table: JobTable | null
}

/**
 * Turns bytes into tables, on the page or in one worker made when it is first needed. Tables of one key follow each
 * other: an older answer never replaces a newer one, and an unchanged one keeps the object.
 */
export class TableHost {
  readonly #start: () => WorkerLike
  #from: number
  #worker: WorkerLike | null = null
  #nextId = 0
  readonly #waiting = new Map<number, (made: FromWorker['made']) => void>()
  readonly #sessions = new Map<string, Session>()

  constructor(start: () => WorkerLike, workerFromBytes: number = WORKER_FROM_BYTES) {
    this.#start = start
    this.#from = workerFromBytes
  }

  async feed({ key, branch, source, bytes, sentAt }: Feed): Promise<Fed> {
    const session = this.#sessionOf(key, branch)
    // Answers that overtook each other: what was asked later is already here.
    if (sentAt < (session.askedAt.get(source) ?? -Infinity)) return { ok: true, table: session.table }
    session.askedAt.set(source, sentAt)
    const turn = ++session.fed
    const made = await this.#make(session, key, branch, source, bytes)
    if (made.kind === 'unreadable') return { ok: false, what: made.what }
    if (made.kind === 'broken') return { ok: false, what: `it could not be read (${made.message})` }
    if (made.kind === 'table' && turn > session.shown) {
      if (session.table !== null) inheritPushes(made.table, session.table)
      session.table = made.table
      session.shown = turn
    }
    return { ok: true, table: session.table }
  }

  /** Forgets a table nobody looks at any more, here and in the worker. */
  drop(key: string): void {
    const session = this.#sessions.get(key)
    if (session?.inline === null) this.#worker?.postMessage({ kind: 'drop', key })
    this.#sessions.delete(key)
  }

  #sessionOf(key: string, branch: string): Session {
    const known = this.#sessions.get(key)
    if (known !== undefined) return known
    const session: Session = {
      inline: makerOnPage(branch),
      latest: new Map(),
      askedAt: new Map(),
      fed: 0,
      shown: 0,
      table: null,
    }
    this.#sessions.set(key, session)
    return session
  }

  #make(session: Session, key: string, branch: string, source: Source, bytes: Blob): Promise<FromWorker['made']> {
    if (session.inline !== null && bytes.size < this.#from) {
      session.latest.set(source, bytes)
      const { inline } = session
      const made = inline.then(async (maker) => maker.feed(source, await bytes.arrayBuffer()))
      // What comes next waits its turn, however this one ends.
      session.inline = made.then(
        () => inline,
        () => inline,
      )
      return made
    }
    session.inline = null
    session.latest.delete(source)
    for (const [other, earlier] of session.latest) void this.#ask(key, branch, other, earlier)
    session.latest.clear()
    return this.#ask(key, branch, source, bytes)
  }

  #ask(key: string, branch: string, source: Source, bytes: Blob): Promise<FromWorker['made']> {
    const worker = (this.#worker ??= this.#listen(this.#start()))
    const id = this.#nextId++
    const made = new Promise<FromWorker['made']>((resolve) => this.#waiting.set(id, resolve))
    worker.postMessage({ kind: 'feed', id, key, branch, source, bytes })
    return made
  }

  #listen(worker: WorkerLike): WorkerLike {
    worker.addEventListener('message', ({ data }) => {
      this.#waiting.get(data.id)?.(data.made)
      this.#waiting.delete(data.id)
    })
    // A worker that does not load or dies answers nothing: say so, and read on the page from then on.
    worker.addEventListener('error', () => {
      for (const resolve of this.#waiting.values()) resolve({ kind: 'broken', message: 'its worker stopped' })
      this.#waiting.clear()
      this.#worker = null
      this.#from = Infinity
      for (const [key, session] of this.#sessions) if (session.inline === null) this.#sessions.delete(key)
    })
    return worker
  }
}

/** Loaded when a list is short enough: a page that begins with a long one never needs it. */
const makerOnPage = async (branch: string): Promise<TableMaker> =>
  (await import('./tableMaker.ts')).createTableMaker(branch)

/** The page's own host. */
export const tableHost = new TableHost(
  () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'tables' }),
)
