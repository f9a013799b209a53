import type { Source, TableMaker } from './tableMaker.ts'
import type { Seen } from './applySeen.ts'
import type { FromWorker, ToWorker } from './tableWorker.ts'
import { bufferOf, sizeOf } from './bytes.ts'
import type { AnswerBytes } from './bytes.ts'
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
export type Feed = { key: string; branch: string; source: Source; bytes: AnswerBytes; sentAt: number }

/** The part of a `Worker` that is used. */
export type WorkerLike = {
  postMessage: (message: ToWorker) => void
  addEventListener: {
    (type: 'message', listen: (event: MessageEvent<FromWorker>) => void): void
    (type: 'error', listen: (event: Event) => void): void
  }
}

/**
 * One table's making: on the page while its answers are short, in the worker from the first long one on; nowhere
 * before its list has come, since that decides.
 */
type Session = {
  maker: Promise<TableMaker> | 'worker' | 'undecided'
  /** Kept until the worker has them, to hand over when the table moves to the worker. Short by definition. */
  latest: Map<Source, AnswerBytes>
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
    const session = this.#sessionOf(key)
    // Answers that overtook each other: what was asked later is already here.
    if (sentAt < (session.askedAt.get(source) ?? -Infinity)) return { ok: true, table: session.table }
    session.askedAt.set(source, sentAt)
    return this.#show(session, this.#make(session, key, branch, source, bytes))
  }

  /** Loads what reads a short list, while the list itself is still on its way. */
  warm(): void {
    loading = load()
    loading.catch(() => (loading = null))
  }

  /** Adds what was seen of single jobs of a table, all of it anew each time; null where nobody looks at such a table. */
  async see(key: string, branch: string, seen: Seen): Promise<JobTable | null> {
    const session = this.#sessions.get(key)
    if (session === undefined || session.maker === 'undecided') return null
    const making =
      session.maker === 'worker'
        ? this.#send((id) => ({ kind: 'see', id, key, branch, seen }))
        : session.maker.then((page) => page.see(seen))
    const fed = await this.#show(session, making)
    return fed.ok ? fed.table : null
  }

  async #show(session: Session, making: Promise<FromWorker['made']>): Promise<Fed> {
    const turn = ++session.fed
    const made = await making
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
    if (session?.maker === 'worker') this.#worker?.postMessage({ kind: 'drop', key })
    this.#sessions.delete(key)
  }

  #sessionOf(key: string): Session {
    const known = this.#sessions.get(key)
    if (known !== undefined) return known
    const session: Session = {
      maker: 'undecided',
      latest: new Map(),
      askedAt: new Map(),
      fed: 0,
      shown: 0,
      table: null,
    }
    this.#sessions.set(key, session)
    return session
  }

  #make(
    session: Session,
    key: string,
    branch: string,
    source: Source,
    bytes: AnswerBytes,
  ): Promise<FromWorker['made']> {
    const { maker } = session
    if (maker === 'undecided' && source !== 'list') {
      session.latest.set(source, bytes)
      return Promise.resolve({ kind: 'waiting' })
    }
    if (maker !== 'worker' && sizeOf(bytes) < this.#from) {
      const early = maker === 'undecided' ? [...session.latest] : []
      session.latest.set(source, bytes)
      const onPage = maker === 'undecided' ? makerOnPage(branch) : maker
      const made = onPage.then(async (page) => {
        for (const [other, earlier] of early) page.feed(other, await bufferOf(earlier))
        return page.feed(source, await bufferOf(bytes))
      })
      // What comes next waits its turn, however this one ends.
      session.maker = made.then(
        () => onPage,
        () => onPage,
      )
      return made
    }
    session.maker = 'worker'
    session.latest.delete(source)
    for (const [other, earlier] of session.latest) void this.#ask(key, branch, other, earlier)
    session.latest.clear()
    return this.#ask(key, branch, source, bytes)
  }

  #ask(key: string, branch: string, source: Source, bytes: AnswerBytes): Promise<FromWorker['made']> {
    return this.#send((id) => ({ kind: 'feed', id, key, branch, source, bytes }))
  }

  #send(message: (id: number) => ToWorker): Promise<FromWorker['made']> {
    const worker = (this.#worker ??= this.#listen(this.#start()))
    const id = this.#nextId++
    const made = new Promise<FromWorker['made']>((resolve) => this.#waiting.set(id, resolve))
    worker.postMessage(message(id))
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
      for (const [key, session] of this.#sessions) if (session.maker === 'worker') this.#sessions.delete(key)
    })
    return worker
  }
}

const load = () => import('./tableMaker.ts')
/** Kept, since importing anew what is there already takes a moment too; not where it did not come. */
let loading: ReturnType<typeof load> | null = null

/** Loaded when a list is short enough: a page that begins with a long one never needs it. */
const makerOnPage = async (branch: string): Promise<TableMaker> => (await (loading ?? load())).createTableMaker(branch)

/** The page's own host. */
export const tableHost = new TableHost(
  () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'tables' }),
)
