import type { StoreApi } from 'zustand'
import type { ActionRecord, Batch, Plan, Subject } from '../domain/action.ts'
import { advance, begin, phaseOf } from '../domain/actionLife.ts'
import { hasEnded, isAwaited, sameTarget, sendAgainAllowed } from '../domain/actionState.ts'
import type { Job } from '../domain/job.ts'
import { planFor } from '../domain/propose.ts'
import type { AskOptions, Verb } from '../domain/propose.ts'
import type { Engine, startEngine } from './engine.ts'
import { createLedger } from './ledger.ts'
import type { Ledger, LedgerListener, LedgerState } from './ledger.ts'
import type { ActionClient, Surroundings } from './ports.ts'
import { tabLock } from './ports.ts'

export type OutboxOptions = Surroundings & {
  client: ActionClient
  /** Loads the part that sends and follows. */
  loadEngine: () => Promise<typeof startEngine>
  /** Milliseconds of the undo window. */
  undoWindow: () => number
  /** Who acts now, as far as known; and whether the server has told. */
  identity: () => { me: string | null; certain: boolean }
  learn: (who: string) => void
  /** Told of each record that changed, in every tab. */
  changed: LedgerListener
  state?: StoreApi<LedgerState>
}

/** What more than one press at a time is made of; see `batches.ts`, which is loaded when first needed. */
export type OutboxParts = {
  ledger: Ledger
  /** A record, not yet entered. */
  compose: (plan: Plan, subject: Subject, how?: { again?: string; batch?: Batch }) => ActionRecord
  /** Who presses, where the server has told it. */
  presser: () => string | null
  tab: string
  newId: () => string
  now: () => number
}

export type Outbox = {
  parts: OutboxParts
  propose: (plan: Plan, subject: Subject) => ActionRecord['id']
  ask: (verb: Verb, job: Job, branch: string, options?: AskOptions) => ActionRecord['id'] | null
  undo: (id: string) => void
  sendNow: (id: string) => void
  sendAgain: (id: string) => ActionRecord['id'] | null
  lookAgain: (id: string) => void
  dismiss: (id: string) => void
  clearDone: () => void
  /** The identity changed. */
  wake: () => void
  /** The page is put away, perhaps to come back: what is queued here is not sent. */
  putAway: () => void
}

/** The outbox of one tab. See `outbox.ts` for what its functions promise. */
export function createOutbox(options: OutboxOptions): Outbox {
  const { tab, newId, locks, clock, identity } = options
  const ready = new Promise<void>((resolve) => {
    // Held for as long as this tab lives: other tabs read from it that we do.
    void locks.hold(tabLock(tab), () => {
      resolve()
      return new Promise(() => undefined)
    })
  })
  const ledger = createLedger({ ...options, ready })
  const records = (): readonly ActionRecord[] => ledger.state.getState().records

  let engine: Promise<Engine> | null = null
  function needEngine(): Promise<Engine> {
    engine ??= options.loadEngine().then((start) => start({ ...options, ledger, me: () => identity().me }))
    return engine
  }
  /** The engine's code could not be loaded: nothing here can send, so nothing here pretends to. */
  function giveUp(): void {
    engine = null
    lapse()
  }
  function lapse(): void {
    for (const record of records()) {
      if (record.tab === tab) void ledger.apply(record.id, { type: 'lapsed', at: clock.now() })
    }
  }
  const withEngine = (use: (running: Engine) => void): void => void needEngine().then(use, giveUp)

  ledger.listen((record, old, here) => {
    if (!hasEnded(record)) withEngine(() => undefined)
    options.changed(record, old, here)
  })
  void ledger.load().then(() => {
    if (!records().every(hasEnded)) withEngine(() => undefined)
  })

  const presser = (): string | null => (identity().certain ? identity().me : null)
  const compose: OutboxParts['compose'] = (plan, subject, how = {}) =>
    begin(plan, subject, { id: newId(), who: presser(), tab, now: clock.now(), window: options.undoWindow(), ...how })
  function enter(...asked: Parameters<OutboxParts['compose']>): ActionRecord['id'] {
    const record = compose(...asked)
    void ledger.add(record)
    return record.id
  }

  /** The same change of priority, still queued here, takes the new priority; back where it was, nothing is asked. */
  function change({ id, subject, ...queued }: ActionRecord, asked: Extract<Plan, { kind: 'reprioritize' }>): string {
    const at = clock.now()
    const plan = { ...asked, was: queued.plan.kind === 'reprioritize' ? queued.plan.was : asked.was }
    if (plan.priority === plan.was) {
      void ledger.apply(id, { type: 'undone', at })
      return id
    }
    const event = { type: 'changed', plan, sendAt: at + options.undoWindow(), at } as const
    void ledger
      .update(id, (record) => advance(record, event), true)
      .then((kept) => {
        // It left, or was taken back, in the very moment: the press counts all the same.
        if (!kept || phaseOf(kept) !== 'queued') enter(asked, subject)
      })
    return id
  }

  const outbox: Outbox = {
    parts: { ledger, compose, presser, tab, newId, now: clock.now },
    propose(plan, subject) {
      const same = records().filter((record) => sameTarget(record.plan, plan) && isAwaited(record, clock.now()))
      if (plan.kind === 'reprioritize') {
        const queued = same.find((record) => record.tab === tab && phaseOf(record) === 'queued')
        return queued ? change(queued, plan) : enter(plan, subject)
      }
      const open = plan.kind.startsWith('cancel') ? same[0] : undefined
      return open ? open.id : enter(plan, subject)
    },
    ask(verb, job, branch, askOptions = {}) {
      const planned = planFor(verb, job, branch, { ...askOptions, actions: records() })
      return planned && outbox.propose(planned.plan, planned.subject)
    },
    undo: (id) => void ledger.apply(id, { type: 'undone', at: clock.now() }),
    sendNow(id) {
      void ledger.apply(id, { type: 'dueNow', who: presser(), at: clock.now() })
    },
    sendAgain(id) {
      const record = ledger.get(id)
      if (!record || !sendAgainAllowed(record)) return null
      const already = records().find(
        (other) => other.again === id && phaseOf(other) !== 'undone' && !sendAgainAllowed(other),
      )
      if (already) return already.id
      const { plan, subject, batch } = record
      return enter(plan, subject, batch ? { again: id, batch } : { again: id })
    },
    lookAgain: (id) => withEngine((running) => running.lookNow(id)),
    dismiss(id) {
      const at = clock.now()
      void ledger.apply(id, { type: 'undone', at }).then((record) => {
        if (record && phaseOf(record) !== 'sent') void ledger.remove([id])
      })
    },
    clearDone: () =>
      void ledger.remove(
        records()
          .filter(hasEnded)
          .map((record) => record.id),
      ),
    wake() {
      if (!records().every(hasEnded)) withEngine((running) => running.wake())
    },
    putAway: lapse,
  }
  return outbox
}
