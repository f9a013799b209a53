import type { ActionRecord, Phase } from './action.ts'
import { phaseOf } from './actionLife.ts'
import { isAnothers } from './actionState.ts'
import type { BatchView } from './batch.ts'

/** What is told of a batch's targets, the best first; `queued` and `sent` are in the number of those that left. */
const told: readonly Phase[] = [
  'seen',
  'acted on',
  'accepted',
  'nothing to do',
  'refused',
  'failed',
  'never handed over',
  'unknown',
  'not seen',
  'not sent',
  'undone',
]

/** How far a batch came: "12 of 40 sent, 9 seen, 2 failed". */
export function batchProgress({ of, left, counts, collided, records }: BatchView): string {
  const dismissed = of - records.length
  return [
    `${left} of ${of} sent`,
    ...told.flatMap((phase) => (counts[phase] ? `${counts[phase]} ${phase}` : [])),
    ...(collided > 0 ? [`${collided} kept back`] : []),
    ...(dismissed > 0 ? [`${dismissed} dismissed`] : []),
  ].join(', ')
}

/** Why a halted batch does not go on. `me`: who is signed in, where known. */
function haltedBy({ records }: BatchView, me: string | null): string {
  const others = records.find((record) => isAnothers(record, me))
  return others ? `It was asked by ${others.who}, and you are ${me}` : 'Three in a row went wrong'
}

const are = (n: number): string => (n === 1 ? '1 is' : `${n} are`)
const were = (n: number): string => (n === 1 ? '1 was' : `${n} were`)

/** What a batch does now, and what it waits for; null where its numbers tell all. */
export function batchStanding(batch: BatchView, me: string | null): string | null {
  const { state, waiting, resumable, counts } = batch
  switch (state) {
    case 'queued':
      return 'Nothing has left this browser yet.'
    case 'sending':
      return `One at a time, at least a second apart: ${waiting} to go. Three failures in a row halt it.`
    case 'halted':
      return `${haltedBy(batch, me)}: ${are(resumable)} held here, and only you resume.`
    case 'following':
    case 'done': {
      const unsent = counts['not sent'] ?? 0
      if (unsent === 0) return null
      const stopped = batch.records.some(({ hold }) => hold === 'stopped')
      const why = stopped ? 'after Stop' : 'since the page was closed or asleep'
      return `${were(unsent)} not sent, ${why}, and will not be unless you resume.`
    }
  }
}

const failures: readonly Phase[] = ['failed', 'never handed over', 'unknown', 'refused', 'not seen']

/**
 * Whether a target must be in plain sight: it went wrong, or waits for a word of its own since somebody asked for the
 * same. Not what was stopped, or lapsed with all the rest: that is told in one sentence.
 */
export function standsOut(record: ActionRecord): boolean {
  const phase = phaseOf(record)
  if (phase === 'queued') return record.hold === 'collision'
  return failures.includes(phase) || (phase === 'not sent' && record.failure !== null)
}

/** The log could not be read before these were sent: somebody may have asked for the same a moment before. */
export const sentBlindly = (records: readonly ActionRecord[]): number =>
  records.filter((record) => record.logChecked === false).length
