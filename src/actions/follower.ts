import type { JobRequest } from '../contract/records.ts'
import type { ActionRecord } from '../domain/action.ts'
import { phaseOf, standing } from '../domain/actionLife.ts'
import { PATIENCE } from '../domain/actionState.ts'
import { jobOf } from '../domain/reconcile.ts'
import type { MadeRequest } from '../domain/seenRule.ts'
import { nextLook } from './cadence.ts'
import type { Look } from './cadence.ts'
import { lookForEffect } from './effects.ts'
import type { Ledger } from './ledger.ts'
import { findEntry } from './logLook.ts'
import type { ActionClient, Clock } from './ports.ts'

export type Follower = {
  /** Looks after one action now, whatever its cadence. */
  lookNow: (id: string) => Promise<void>
  /** Takes up every action that waits for something. */
  start: () => void
}

/**
 * Follows actions from `accepted` to `seen`, and `unknown` ones into the log. It only reads, and what it learns goes
 * through `advance`, so a second follower by mistake would cost requests and nothing else.
 */
export function createFollower(surroundings: {
  ledger: Ledger
  client: ActionClient
  clock: Clock
  /** Told the name under which the server logged an action that is ours for certain. */
  learn: (who: string) => void
}): Follower {
  const { ledger, client, clock, learn } = surroundings
  const alarms = new Map<string, { at: number; cancel: () => void }>()
  const lastLooks = new Map<string, Look>()
  const made = new Map<string, Map<number, MadeRequest>>()
  const busy = new Set<string>()
  let started = false

  function arm(record: ActionRecord): void {
    if (!started || busy.has(record.id)) return
    const at = nextLook(record, lastLooks.get(record.id) ?? null)
    const armed = alarms.get(record.id)
    if (armed && armed.at === at) return
    armed?.cancel()
    alarms.delete(record.id)
    if (at === null) return
    const wait = Math.max(0, at - clock.now())
    const cancel = clock.after(wait * (1 + 0.1 * clock.random()), () => {
      alarms.delete(record.id)
      void lookNow(record.id)
    })
    alarms.set(record.id, { at, cancel })
  }

  async function lookNow(id: string): Promise<void> {
    const record = ledger.get(id)
    if (!record || busy.has(id)) return
    busy.add(id)
    lastLooks.set(id, { phase: phaseOf(record), at: clock.now() })
    try {
      await look(record)
    } catch {
      // Could not be read: the page says so where it shows data; here it means to look again in time.
    } finally {
      busy.delete(id)
      const after = ledger.get(id)
      if (after) arm(after)
    }
  }

  async function look(record: ActionRecord): Promise<void> {
    const phase = phaseOf(record)
    if (phase === 'accepted') await lookForAnswer(record)
    if (phase === 'unknown') await lookIntoLog(record)
    if (phase === 'acted on' || phase === 'not seen') await lookAtData(record)
  }

  const all = (): readonly ActionRecord[] => ledger.state.getState().records

  async function lookForAnswer(record: ActionRecord): Promise<void> {
    const entry = await findEntry(client, record, all())
    if (entry) await take(record, entry)
  }

  async function lookIntoLog(record: ActionRecord): Promise<void> {
    const entry = await findEntry(client, record, all())
    await ledger.apply(record.id, { type: 'looked', found: entry !== null, at: clock.now() })
    if (entry) await take(record, entry)
  }

  async function take({ id, job }: ActionRecord, entry: JobRequest): Promise<void> {
    const at = clock.now()
    const { who, when: loggedAt, complete_data: data, completed_at: completedAt } = entry
    await ledger.apply(id, { type: 'logged', who, loggedAt, job: jobOf(entry), at })
    if (job !== null && who !== null) learn(who)
    if (data) await ledger.apply(id, { type: 'agentAnswered', ...data.body, completedAt, at })
  }

  async function lookAtData(record: ActionRecord): Promise<void> {
    const known = made.get(record.id) ?? new Map<number, MadeRequest>()
    made.set(record.id, known)
    const evidence = await lookForEffect(client, record, all(), known)
    const at = clock.now()
    if (evidence) await ledger.apply(record.id, { type: 'seen', evidence, at })
    else if (at - standing(record).at >= PATIENCE) await ledger.apply(record.id, { type: 'timedOut', at })
  }

  ledger.listen(arm)
  return {
    lookNow,
    start: () => {
      started = true
      for (const record of all()) arm(record)
    },
  }
}
