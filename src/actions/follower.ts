import type { JobRequest } from '../contract/records.ts'
import type { ActionRecord } from '../domain/action.ts'
import { phaseOf, standing } from '../domain/actionLife.ts'
import { PATIENCE } from '../domain/actionState.ts'
import { jobOf } from '../domain/reconcile.ts'
import { nextLook } from './cadence.ts'
import type { Look } from './cadence.ts'
import { lookForEffect } from './effects.ts'
import type { Ledger } from './ledger.ts'
import { entriesOfJobs, findEntry } from './logLook.ts'
import type { ActionClient, Clock } from './ports.ts'
import { createReads } from './reads.ts'

/** More actions than this, under way or about to be, are a crowd. */
const CROWD = 3
/** Milliseconds between two looks of a crowd at the data. */
const PACE = 1_000
/** Milliseconds between two readings of the log for a crowd. */
const LOG_PACE = 5_000

export type Follower = {
  /** Looks after one action now, whatever its cadence. */
  lookNow: (id: string) => Promise<void>
  /** Takes up every action that waits for something. */
  start: () => void
}

/**
 * Follows actions from `accepted` to `seen`, and `unknown` ones into the log. It only reads, and what it learns goes
 * through `advance`, so a second follower by mistake would cost requests and nothing else.
 *
 * A few actions are each followed by their own number. A crowd, as a batch makes it, shares: one page of the log every
 * 5 s tells whom the agent has answered, lists are read every 5 s at most, and one action a second is looked at in the
 * data. However many there are, that is at most 60 single reads, 12 of the log and 24 of lists in a minute (runs of a
 * rebuild cost one more each, once).
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
  const busy = new Set<string>()
  let started = false
  /** When the log was last read for all, and when the data may next be looked at (milliseconds). */
  let logRead = Number.NEGATIVE_INFINITY
  let free = 0

  const all = (): readonly ActionRecord[] => ledger.state.getState().records
  const dueAt = (record: ActionRecord): number | null => nextLook(record, lastLooks.get(record.id) ?? null)
  const underWay = (record: ActionRecord): boolean => phaseOf(record) === 'queued' || dueAt(record) !== null
  const crowded = (): boolean => all().filter(underWay).length > CROWD
  const reads = createReads(client, clock, crowded)

  /** Waits for the agent, with a number that the log will tell: one reading serves all of these. */
  const waitsForAgent = (record: ActionRecord): boolean => phaseOf(record) === 'accepted' && record.job !== null

  function arm(record: ActionRecord): void {
    if (!started || busy.has(record.id)) return
    const due = dueAt(record)
    const at = due !== null && waitsForAgent(record) && crowded() ? Math.max(due, logRead + LOG_PACE) : due
    const armed = alarms.get(record.id)
    if (armed && armed.at === at) return
    armed?.cancel()
    alarms.delete(record.id)
    if (at === null) return
    const wait = Math.max(0, at - clock.now())
    const cancel = clock.after(wait * (1 + 0.1 * clock.random()), () => {
      alarms.delete(record.id)
      void inTurn(record.id)
    })
    alarms.set(record.id, { at, cancel })
  }

  /** Many that are due together are looked at one after the other. */
  async function inTurn(id: string): Promise<void> {
    const record = ledger.get(id)
    if (!record || busy.has(id)) return
    if (crowded() && waitsForAgent(record)) return lookForAnswers()
    if (crowded()) {
      busy.add(id)
      free = Math.max(free + PACE, clock.now())
      await new Promise<void>((resolve) => clock.after(free - clock.now(), resolve))
      busy.delete(id)
    }
    return lookNow(id)
  }

  async function lookNow(id: string): Promise<void> {
    const record = ledger.get(id)
    if (record) await attempt([record], () => look(record))
  }

  /** One look after these, which then wait for their next. */
  async function attempt(records: readonly ActionRecord[], work: () => Promise<void>): Promise<void> {
    const mine = records.filter((record) => !busy.has(record.id))
    if (mine.length === 0) return
    for (const record of mine) {
      busy.add(record.id)
      lastLooks.set(record.id, { phase: phaseOf(record), at: clock.now() })
    }
    try {
      await work()
    } catch {
      // Could not be read: the page says so where it shows data; here it means to look again in time.
    } finally {
      for (const { id } of mine) busy.delete(id)
      for (const { id } of mine) {
        const after = ledger.get(id)
        if (after) arm(after)
      }
    }
  }

  async function look(record: ActionRecord): Promise<void> {
    const phase = phaseOf(record)
    if (phase === 'accepted') await lookForAnswer(record)
    if (phase === 'unknown') await lookIntoLog(record)
    if (phase === 'acted on' || phase === 'not seen') await lookAtData(record)
  }

  async function lookForAnswer(record: ActionRecord): Promise<void> {
    const entry = await findEntry(client, record, all())
    if (entry) await take(record, entry)
  }

  async function lookForAnswers(): Promise<void> {
    logRead = clock.now()
    // All that would be due before the next reading.
    const waiting = all().filter(
      (record) => waitsForAgent(record) && (dueAt(record) ?? Number.POSITIVE_INFINITY) <= logRead + LOG_PACE,
    )
    await attempt(waiting, async () => {
      const entries = await entriesOfJobs(client, waiting)
      for (const [record, entry] of entries) await take(record, entry)
    })
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
    const evidence = await lookForEffect(client, reads, record, all())
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
