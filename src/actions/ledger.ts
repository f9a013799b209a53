import { createStore } from 'zustand'
import type { StoreApi } from 'zustand'
import type { ActionRecord } from '../domain/action.ts'
import { advance } from '../domain/actionLife.ts'
import type { LifeEvent } from '../domain/actionLife.ts'
import { hasEnded, newestFirst } from '../domain/actionState.ts'
import type { Channel, RecordStorage } from './ports.ts'
import { orMemory } from './storage.ts'

export type LedgerState = {
  /** Newest first. */
  records: readonly ActionRecord[]
  /** Kept by this tab alone and only while it lives. */
  memoryOnly: boolean
}

export const newLedgerState = (): StoreApi<LedgerState> =>
  createStore<LedgerState>()(() => ({ records: [], memoryOnly: false }))

/** `old` is null for a record that is new here. `here`: this tab made the change. */
export type LedgerListener = (record: ActionRecord, old: ActionRecord | null, here: boolean) => void

/** All actions of this browser: shown from memory, kept in storage, the same in every tab. */
export type Ledger = {
  state: StoreApi<LedgerState>
  get: (id: string) => ActionRecord | null
  /** Reads what is kept. What was already there is not told to listeners. */
  load: () => Promise<void>
  /** Shown at once and together, kept a moment later. */
  add: (...records: readonly ActionRecord[]) => Promise<void>
  /**
   * Changes what is kept, in one step over all tabs. Resolves with the record as it now stands; null if it is gone.
   * `atOnce` shows the change before it is kept: for what would hardly ever turn out otherwise.
   */
  update: (id: string, change: (record: ActionRecord) => ActionRecord, atOnce?: boolean) => Promise<ActionRecord | null>
  apply: (id: string, event: LifeEvent) => Promise<ActionRecord | null>
  remove: (ids: readonly string[]) => Promise<void>
  listen: (listener: LedgerListener) => void
}

type Message = { changed: string } | { removed: readonly string[] }

const isMessage = (heard: unknown): heard is Message =>
  typeof heard === 'object' && heard !== null && ('changed' in heard || 'removed' in heard)

/** What comes back from storage is a copy: plain data, written by one function, so its text tells whether it changed. */
const same = (one: ActionRecord, other: ActionRecord): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

/** `ready`: nothing is kept before it resolves, so that whoever finds a record finds its tab alive too. */
export function createLedger(options: {
  tab: string
  storage: RecordStorage
  channel: Channel
  ready: Promise<unknown>
  state?: StoreApi<LedgerState>
}): Ledger {
  const { tab, channel, ready, state = newLedgerState() } = options
  const listeners: LedgerListener[] = []
  const get = (id: string): ActionRecord | null => state.getState().records.find((record) => record.id === id) ?? null

  // Storage that fails cannot be shared: this tab goes on alone, with what it can answer for itself.
  const storage = orMemory(
    options.storage,
    () => state.getState().records,
    () =>
      state.setState((old) => ({
        memoryOnly: true,
        records: old.records.filter((record) => record.tab === tab || hasEnded(record)),
      })),
  )
  const alone = (): boolean => state.getState().memoryOnly
  const post = (message: Message): void => {
    if (!alone()) channel.post(message)
  }

  const show = (record: ActionRecord, here: boolean): void => {
    const old = get(record.id)
    if (old && same(old, record)) return
    const others = state.getState().records.filter((other) => other.id !== record.id)
    const records = [...others, record].toSorted(newestFirst)
    state.setState({ records })
    for (const listener of listeners) listener(record, old, here)
  }
  const hide = (ids: readonly string[]): void =>
    state.setState((old) => ({ records: old.records.filter((record) => !ids.includes(record.id)) }))

  channel.listen((heard) => {
    if (alone() || !isMessage(heard)) return
    if ('removed' in heard) return hide(heard.removed)
    void storage.get(heard.changed).then((record) => (record ? show(record, false) : undefined))
  })

  const update: Ledger['update'] = async (id, change, atOnce = false) => {
    const shown = get(id)
    if (atOnce && shown) show(change(shown), true)
    await ready
    let changed = false
    const kept = await storage.update(id, (old) => {
      const now = old && change(old)
      changed = now !== old
      return now
    })
    if (!kept) {
      hide([id])
      return null
    }
    show(kept, true)
    if (changed) post({ changed: id })
    return kept
  }

  return {
    state,
    get,
    load: async () => {
      await ready
      const kept = await storage.load()
      const shown = state.getState().records
      const fresh = kept.filter((record) => !shown.some((other) => other.id === record.id))
      const records = [...shown, ...fresh].toSorted(newestFirst)
      state.setState({ records })
    },
    add: async (...added) => {
      state.setState((old) => ({ records: [...old.records, ...added].toSorted(newestFirst) }))
      for (const record of added) for (const listener of listeners) listener(record, null, true)
      await ready
      await Promise.all(
        added.map(async (record) => {
          await storage.update(record.id, () => record)
          post({ changed: record.id })
        }),
      )
    },
    update,
    apply: (id, event) => update(id, (record) => advance(record, event)),
    remove: async (ids) => {
      hide(ids)
      await ready
      await storage.remove(ids)
      post({ removed: ids })
    },
    listen: (listener) => listeners.push(listener),
  }
}
