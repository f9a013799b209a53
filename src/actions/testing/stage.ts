import type { ActionRecord, Phase } from '../../domain/action.ts'
import type { LedgerListener } from '../ledger.ts'
import { createBatches } from '../batches.ts'
import { newLedgerState } from '../ledger.ts'
import { createOutbox } from '../createOutbox.ts'
import type { Outbox } from '../createOutbox.ts'
import { startEngine } from '../engine.ts'
import { memoryStorage } from '../storage.ts'
import type { ActionClient, Channel, Clock, Locks, RecordStorage } from '../ports.ts'

/** Lets everything that has been promised happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** A clock that stands until it is moved. */
export function manualClock(start = 1_000_000) {
  let now = start
  let alarms: { at: number; run: () => void }[] = []
  const clock: Clock = {
    now: () => now,
    after(delay, run) {
      const alarm = { at: now + delay, run }
      alarms.push(alarm)
      return () => {
        alarms = alarms.filter((other) => other !== alarm)
      }
    },
    random: () => 0,
  }
  return {
    clock,
    /** Moves on by milliseconds, ringing each alarm at its time. */
    pass: async (span: number) => {
      const end = now + span
      await settle()
      for (;;) {
        const at = Math.min(...alarms.map((alarm) => alarm.at))
        if (at > end) break
        now = Math.max(now, at)
        // Tabs don't wait for each other: what is due together rings together.
        const due = alarms.filter((alarm) => alarm.at === at)
        alarms = alarms.filter((alarm) => alarm.at !== at)
        for (const alarm of due) alarm.run()
        await settle()
      }
      now = end
      await settle()
    },
    /** The machine sleeps: time passes, and only then the alarms ring. */
    sleep: async (span: number) => {
      now += span
      const late = alarms.filter((alarm) => alarm.at <= now)
      alarms = alarms.filter((alarm) => alarm.at > now)
      for (const alarm of late) alarm.run()
      await settle()
    },
  }
}

/** Locks of one browser. A tab that closes lets go of what it holds. */
function browserOfLocks() {
  const lines = new Map<string, { tab: string; run: () => Promise<unknown>; running: boolean }[]>()
  const next = (name: string): void => {
    const first = lines.get(name)?.[0]
    if (!first || first.running) return
    first.running = true
    void first.run().finally(() => {
      lines.set(
        name,
        (lines.get(name) ?? []).filter((other) => other !== first),
      )
      next(name)
    })
  }
  return {
    of: (tab: string): Locks => ({
      hold: <T>(name: string, work: () => Promise<T>) =>
        new Promise<T>((resolve, reject) => {
          const run = () => work().then(resolve, reject)
          lines.set(name, [...(lines.get(name) ?? []), { tab, run, running: false }])
          next(name)
        }),
      held: async () => new Set([...lines].filter(([, line]) => line.some((one) => one.running)).map(([name]) => name)),
    }),
    close(tab: string) {
      for (const [name, line] of lines) {
        lines.set(
          name,
          line.filter((one) => one.tab !== tab),
        )
        next(name)
      }
    },
  }
}

/** One browser with its storage and tabs, before one server. */
export function stage(
  client: ActionClient,
  how: { storage?: RecordStorage; time?: ReturnType<typeof manualClock> } = {},
) {
  const time = how.time ?? manualClock()
  const storage = how.storage ?? memoryStorage()
  const locks = browserOfLocks()
  const ears = new Map<string, (message: unknown) => void>()
  let named = 0
  const person: { me: string | null; certain: boolean } = { me: null, certain: false }

  function openTab() {
    named += 1
    const tab = `tab${named}`
    let open = true
    const whileOpen =
      <A extends readonly unknown[]>(run: (...given: A) => void) =>
      (...given: A) => {
        if (open) run(...given)
      }
    const channel: Channel = {
      post: (message) => {
        for (const [other, hear] of ears) if (other !== tab) hear(structuredClone(message))
      },
      listen: (hear) => void ears.set(tab, hear),
    }
    const state = newLedgerState()
    const changes: { record: ActionRecord; old: ActionRecord | null; here: boolean }[] = []
    const changed: LedgerListener = (record, old, here) => void changes.push({ record, old, here })
    const outbox: Outbox = createOutbox({
      tab,
      newId: () => `action${(named += 1)}`,
      storage,
      locks: locks.of(tab),
      channel,
      clock: { ...time.clock, after: (delay, run) => time.clock.after(delay, whileOpen(run)) },
      client,
      loadEngine: async () => startEngine,
      undoWindow: () => 5_000,
      identity: () => person,
      learn: (who) => Object.assign(person, { me: who, certain: true }),
      changed,
      state,
    })
    return {
      outbox,
      batches: createBatches(outbox.parts),
      changes,
      state,
      records: () => state.getState().records,
      phases: (id: string | null): readonly Phase[] =>
        state
          .getState()
          .records.find((record) => record.id === id)
          ?.steps.map((step) => step.phase) ?? [],
      record: (id: string | null) => state.getState().records.find((record) => record.id === id),
      /** The tab goes away without a word. */
      close() {
        open = false
        ears.delete(tab)
        locks.close(tab)
      },
    }
  }
  return { ...time, openTab, storage, person }
}
