import type { ActionRecord } from '../domain/action.ts'
import { phaseOf } from '../domain/actionLife.ts'
import type { Job } from '../domain/job.ts'
import type { AskOptions, Verb } from '../domain/propose.ts'
import { identity, learnMe } from '../stores/identity.ts'
import { followOtherTabs } from '../stores/localJson.ts'
import { preferences } from '../stores/preferences.ts'
import { browserSurroundings } from './browser.ts'
import { createOutbox } from './createOutbox.ts'
import type { Outbox } from './createOutbox.ts'
import type { ActionClient, Surroundings } from './ports.ts'
import { actionState } from './store.ts'

/** Milliseconds for which the effects of a batch gather before they are told. */
const BATCH_EFFECTS = 5_000

/**
 * The outbox: what pages call to ask for something. Every function returns at once and never throws;
 * what becomes of it is read with the hooks of `store.ts`.
 */
let outbox: Outbox | null = null

/** For what is loaded later, beside this. */
export function installedOutbox(): Outbox {
  if (!outbox) throw new Error('installActions has not been called')
  return outbox
}

export type InstallOptions = {
  client: ActionClient
  /**
   * Called in every open tab when the agent acted (`acted on`) and when the effect shows (`seen`):
   * the place to invalidate what is held of that build, request and their lists. Of a batch every 5 s at most, with
   * one of its records, since each time makes lists be read again.
   */
  onEffect: (record: ActionRecord) => void
  /** The server has logged an action that stands alone: the log read before does not hold it. */
  onLogged: (record: ActionRecord) => void
  surroundings?: Surroundings
}

/** Says how an action stands, with words that are loaded when there is something to say. Activity says it too. */
const tell = (record: ActionRecord): void =>
  void import('./announce.ts').then(({ announceAction }) => announceAction(record)).catch(() => undefined)

/** Starts the outbox of this tab. Called once by the composition root, before the first render. */
export function installActions({
  client,
  onEffect,
  onLogged,
  surroundings = browserSurroundings(),
}: InstallOptions): void {
  const { tab, clock } = surroundings
  const gathered = new Map<string, ActionRecord>()
  function effect(record: ActionRecord): void {
    if (!record.batch) return onEffect(record)
    const { id } = record.batch
    if (!gathered.has(id)) {
      clock.after(BATCH_EFFECTS, () => {
        onEffect(gathered.get(id) ?? record)
        gathered.delete(id)
      })
    }
    gathered.set(id, record)
  }
  const started = createOutbox({
    ...surroundings,
    client,
    state: actionState,
    loadEngine: async () => (await import('./engine.ts')).startEngine,
    undoWindow: () => preferences.getState().undoSeconds * 1000,
    identity: () => {
      const { me, source } = identity.getState()
      return { me, certain: source === 'learnt' }
    },
    learn: learnMe,
    changed(record, old, here) {
      if (old?.steps.length === record.steps.length && record.hold === old.hold) return
      const since = record.steps.slice(old?.steps.length ?? 0).map((step) => step.phase)
      if (old && (since.includes('acted on') || since.includes('seen'))) effect(record)
      else if (old && !record.batch && since.includes('accepted')) onLogged(record)
      // Told where it was asked; what a closed tab left behind, where that was found out.
      if (record.tab === tab || (here && phaseOf(record) === 'not sent')) tell(record)
    },
  })
  outbox = started
  identity.subscribe(() => started.wake())
  followOtherTabs(identity)
  window.addEventListener('pagehide', (event) => {
    if (event.persisted) started.putAway()
  })
}

/**
 * Asks for something of a job: kept as `queued`, sent once when the undo window (preferences) has passed.
 * Returns the record's id; null where there is nothing to address (`whyNot` has the sentence).
 * The same cancel asked while one is open, and another priority for a request whose change is still queued,
 * give the id of the record that is there. `raise` and `lower` count from a change already asked for.
 */
export const ask = (verb: Verb, job: Job, branch: string, options?: AskOptions): ActionRecord['id'] | null =>
  installedOutbox().ask(verb, job, branch, options)

/** Takes a queued action back; too late, it does nothing. Works from any tab. */
export const undo = (id: ActionRecord['id']): void => installedOutbox().undo(id)

/** Ends the undo window now. Also the new press that a plan of another person needs. */
export const sendNow = (id: ActionRecord['id']): void => installedOutbox().sendNow(id)

/**
 * A new action with the same plan (`again` names the old one), with its own undo window. Null unless `sendAgainAllowed`.
 * Pressed twice, it gives the first.
 */
export const sendAgain = (id: ActionRecord['id']): ActionRecord['id'] | null => installedOutbox().sendAgain(id)

/** Looks once more, now: into the log for `unknown` and `accepted`, at the farm's data for `not seen`. */
export const lookAgain = (id: ActionRecord['id']): void => installedOutbox().lookAgain(id)

/** Removes an action from the list; one that is queued is undone first, one on the wire stays. */
export const dismiss = (id: ActionRecord['id']): void => installedOutbox().dismiss(id)

/** Removes every action that has ended. */
export const clearDone = (): void => installedOutbox().clearDone()
