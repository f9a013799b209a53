import type { JobRequest } from '../contract/records.ts'
import { PATIENCE } from './actionState.ts'
import { agentVerdict } from './agentWords.ts'

/** What has come of an entry of the self-serve log: `open` until the agent has answered, then what its words come to. */
export const outcomes = ['did it', 'nothing to do', 'refused', 'failed', 'open'] as const
export type Outcome = (typeof outcomes)[number]

/** Done is not success (contract surprise 17): the agent's words decide. */
export function outcomeOf({ completed_at, complete_data }: JobRequest): Outcome {
  if (complete_data) return agentVerdict(complete_data.body)
  return completed_at === null ? 'open' : 'nothing to do'
}

/**
 * Open for five minutes: most likely never handed to the agent, which answers within seconds; its row stays open for
 * ever (surprise 15). `now`: seconds since epoch by the server's clock, as all times of the log are.
 */
export const isOrphan = (entry: JobRequest, now: number): boolean =>
  outcomeOf(entry) === 'open' && now - entry.when >= PATIENCE / 1000

/** Seconds from asking to the agent's answer; null while there is none. */
export const tookOf = ({ when, completed_at }: JobRequest): number | null =>
  completed_at === null ? null : completed_at - when

export type LogStanding = {
  open: number
  orphans: number
  /** When the oldest orphan was asked for: seconds since epoch; null without one. */
  since: number | null
  /** Nothing that was asked for after the newest orphan has been answered: the agent itself may be down. */
  agentSilent: boolean
}

/** How much of the log waits for the agent. `now`: seconds since epoch by the server's clock. */
export function standingOfLog(entries: readonly JobRequest[], now: number): LogStanding {
  const orphaned = entries.filter((entry) => isOrphan(entry, now)).map((entry) => entry.when)
  const newest = Math.max(...orphaned)
  return {
    open: entries.filter((entry) => outcomeOf(entry) === 'open').length,
    orphans: orphaned.length,
    since: orphaned.length === 0 ? null : Math.min(...orphaned),
    agentSilent: orphaned.length > 0 && !entries.some((entry) => entry.when > newest && entry.completed_at !== null),
  }
}

/**
 * A name for each entry that stays its own from refresh to refresh, in the order given. An entry has no id (surprise 16), so it is named
 * by what never changes of it; the same asked twice in one second is counted, the last of the list first.
 */
export function entryKeys(entries: readonly JobRequest[]): readonly string[] {
  const met = new Map<string, number>()
  return entries
    .toReversed()
    .map(({ when, who, action, what }) => {
      const name = JSON.stringify([when, who, action, what])
      const times = met.get(name) ?? 0
      met.set(name, times + 1)
      return `${name} ${times}`
    })
    .toReversed()
}
