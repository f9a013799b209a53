import { delMany, promisifyRequest, values } from 'idb-keyval'
import type { UseStore } from 'idb-keyval'
import type { ActionRecord } from '../domain/action.ts'
import type { RecordStorage } from './ports.ts'

const DATABASE = 'self-serve-actions'
const RECORDS = 'records-1'

/**
 * As idb-keyval's own store, but each write is on disk before it is called done: `sent` must outlive a crash of the
 * machine, or the action would be taken for one that never left.
 */
function strictStore(): UseStore {
  let opened: Promise<IDBDatabase> | null = null
  const open = async (): Promise<IDBDatabase> => {
    const request = indexedDB.open(DATABASE)
    request.onupgradeneeded = () => request.result.createObjectStore(RECORDS)
    const database = await promisifyRequest(request)
    database.addEventListener('close', () => {
      opened = null
    })
    return database
  }
  return async (mode, work) => {
    opened ??= open()
    const database = await opened
    return work(database.transaction(RECORDS, mode, { durability: 'strict' }).objectStore(RECORDS))
  }
}

/** What was kept before there were batches and collisions lacks these. */
const alone = { batch: null, hold: null, collision: null, logChecked: null }
type Kept = Omit<ActionRecord, keyof typeof alone> & Partial<ActionRecord>

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'id' in value && 'plan' in value && 'steps' in value
const isWhole = (kept: Kept): kept is ActionRecord => 'batch' in kept

function toRecord(value: unknown): ActionRecord | undefined {
  if (!isKept(value)) return undefined
  return isWhole(value) ? value : { ...value, ...alone }
}

/** Records in IndexedDB, shared by all tabs. Nothing is opened before the first use. */
export function indexedDbStorage(): RecordStorage {
  const store = strictStore()
  return {
    load: async () => (await values<unknown>(store)).flatMap((value) => toRecord(value) ?? []),
    get: (id) =>
      store('readonly', async (records) => {
        return toRecord(await promisifyRequest<unknown>(records.get(id)))
      }),
    update: (id, change) =>
      store('readwrite', async (records) => {
        const old = toRecord(await promisifyRequest<unknown>(records.get(id)))
        const kept = change(old)
        if (kept !== undefined && kept !== old) records.put(kept, id)
        await promisifyRequest(records.transaction)
        return kept
      }),
    remove: (ids) => delMany([...ids], store),
  }
}

/** Records for as long as the page lives. */
export function memoryStorage(first: readonly ActionRecord[] = []): RecordStorage {
  const records = new Map(first.map((record) => [record.id, record]))
  return {
    load: async () => [...records.values()],
    get: async (id) => records.get(id),
    update: async (id, change) => {
      const kept = change(records.get(id))
      if (kept !== undefined) records.set(id, kept)
      return kept
    },
    remove: async (ids) => {
      for (const id of ids) records.delete(id)
    },
  }
}

/**
 * `kept` until it fails for the first time; from then on memory, which starts with what `known` gives.
 * A record whose change could not be kept is taken out of `kept`, lest the next visit reads there that it was not sent.
 */
export function orMemory(
  kept: RecordStorage,
  known: () => readonly ActionRecord[],
  fallBack: () => void,
): RecordStorage {
  let memory: RecordStorage | null = null
  const instead = (): RecordStorage => {
    if (memory) return memory
    memory = memoryStorage(known())
    fallBack()
    return memory
  }
  const attempt = async <T>(work: (storage: RecordStorage) => Promise<T>, clean?: () => Promise<void>): Promise<T> => {
    if (memory) return work(memory)
    try {
      return await work(kept)
    } catch {
      await clean?.().catch(() => undefined)
      return work(instead())
    }
  }
  return {
    load: () => attempt((storage) => storage.load()),
    get: (id) => attempt((storage) => storage.get(id)),
    update: (id, change) =>
      attempt(
        (storage) => storage.update(id, change),
        () => kept.remove([id]),
      ),
    remove: (ids) => attempt((storage) => storage.remove(ids)),
  }
}
