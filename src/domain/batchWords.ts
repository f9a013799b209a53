import type { ActionRecord, Phase } from './action.ts'
import { phaseOf, reachedAt } from './actionLife.ts'
import { isAnothers, isProbablyOrphaned } from './actionState.ts'
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

const bad: readonly Phase[] = ['failed', 'never handed over', 'unknown', 'refused', 'not seen']

/** It left, and came to a bad end, or no good one is to be expected any more. `now`: milliseconds. */
export const isTrouble = (record: ActionRecord, now: number): boolean =>
  bad.includes(phaseOf(record)) || isProbablyOrphaned(record, now)

/**
 * How far a batch came: "12 of 40 sent, 9 seen, 2 failed". What was accepted with no more than that to be said of it is
 * told from what was not. `now`: milliseconds.
 */
export function batchProgress({ of, left, counts, collided, records }: BatchView, now: number): string {
  const dismissed = of - records.length
  const orphaned = orphansOf(records, now)
  const found = records.filter(
    (record) =>
      phaseOf(record) === 'accepted' && reachedAt(record, 'unknown') !== null && !isProbablyOrphaned(record, now),
  ).length
  const notes = [
    ...(found > 0 ? [`${found} without an answer, found in the log`] : []),
    ...(orphaned > 0 ? [`${orphaned} probably orphaned`] : []),
  ]
  const note = notes.length > 0 ? ` (${notes.join('; ')})` : ''
  return [
    `${left} of ${of} sent`,
    ...told.flatMap((phase) => (counts[phase] ? `${counts[phase]} ${phase}${phase === 'accepted' ? note : ''}` : [])),
    ...(collided > 0 ? [`${collided} kept back`] : []),
    ...(dismissed > 0 ? [`${dismissed} dismissed`] : []),
  ].join(', ')
}

/** The same in short, for the bar: "12 of 40 sent, 9 seen, 2 went wrong". */
export function batchInShort({ of, left, counts, collided, records, state }: BatchView, now: number): string {
  const orphaned = orphansOf(records, now)
  const wrong = records.filter((record) => isTrouble(record, now)).length - orphaned
  const parts = [
    state === 'queued' ? 'queued, nothing has left this browser' : `${left} of ${of} sent`,
    counts.seen && `${counts.seen} seen`,
    counts['not sent'] && `${counts['not sent']} not sent`,
    wrong > 0 && `${wrong} went wrong`,
    orphaned > 0 && `${orphaned} probably orphaned`,
    collided > 0 && `${collided} kept back`,
    state === 'halted' && 'halted',
  ]
  return parts.filter(Boolean).join(', ')
}

const orphansOf = (records: readonly ActionRecord[], now: number): number =>
  records.filter((record) => isProbablyOrphaned(record, now)).length

/** Why a halted batch does not go on. `me`: who is signed in, where known. */
function haltedBy({ records }: BatchView, me: string | null): string {
  const others = records.find((record) => isAnothers(record, me))
  if (others) return `It was asked by ${others.who}, and you are ${me}`
  // An answer that did not come may have been found in the log since: then nothing went wrong that is to be seen.
  const unanswered = records.some((record) => reachedAt(record, 'unknown') !== null)
  return unanswered ? 'Three in a row went wrong or got no answer' : 'Three in a row went wrong'
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

/**
 * Whether a target must be in plain sight: it went wrong, or waits for a word of its own since somebody asked for the
 * same. Not what was stopped, or lapsed with all the rest: that is told in one sentence.
 * `now`: milliseconds.
 */
export function standsOut(record: ActionRecord, now: number): boolean {
  const phase = phaseOf(record)
  if (phase === 'queued') return record.hold === 'collision'
  return isTrouble(record, now) || (phase === 'not sent' && record.failure !== null)
}

/** The log could not be read before these were sent: somebody may have asked for the same a moment before. */
export const sentBlindly = (records: readonly ActionRecord[]): number =>
  records.filter((record) => record.logChecked === false).length
