import type { ActionRecord, Batch, Phase } from './action.ts'
import { phaseOf, reachedAt, standing } from './actionLife.ts'
import { isHeld, newestFirst } from './actionState.ts'

/** Milliseconds at least between two writes of batches, over all tabs. */
export const BATCH_PACE = 1_000

/** After this many failures in a row a batch halts. */
export const HALT_AFTER = 3

const isOf = (record: ActionRecord, batch: Batch['id']): boolean => record.batch?.id === batch
const place = (record: ActionRecord): number => record.batch?.place ?? 0
const byPlace = (one: ActionRecord, other: ActionRecord): number => place(one) - place(other)

const wrong: readonly Phase[] = ['failed', 'never handed over', 'unknown']
/** Not sent counts where something went wrong: what it needed could not be read. */
const wentWrong = (record: ActionRecord): boolean => wrong.includes(phaseOf(record)) || record.failure !== null

/** When a record had its turn: milliseconds; null when it has not. */
const turnOf = (record: ActionRecord): number | null =>
  reachedAt(record, 'sent') ?? (record.failure === null ? null : standing(record).at)

/** The newest record of each place, in order of places: what has become of each target. `records`: newest first. */
export function latestOfBatch(records: readonly ActionRecord[], batch: Batch['id']): readonly ActionRecord[] {
  const own = records.filter((record) => isOf(record, batch))
  const replaced = new Set(own.map((record) => record.again))
  const latest = new Map<number, ActionRecord>()
  for (const record of own) {
    if (!replaced.has(record.id) && !latest.has(place(record))) latest.set(place(record), record)
  }
  return [...latest.values()].toSorted(byPlace)
}

/** What of a batch is still here, kept back or not, in the order of its turns. */
export const queuedOfBatch = (records: readonly ActionRecord[], batch: Batch['id']): readonly ActionRecord[] =>
  records
    .filter((record) => isOf(record, batch) && phaseOf(record) === 'queued')
    .toSorted((one, other) => one.sendAt - other.sendAt || byPlace(one, other))

/** When the next record of any batch may be written, after those that were: milliseconds, perhaps past. */
export const paceOfBatches = (records: readonly ActionRecord[]): number =>
  Math.max(0, ...records.map((record) => (record.batch && reachedAt(record, 'sent')) ?? 0)) + BATCH_PACE

/**
 * Whether a batch halts before `next` is sent: of what had its turn since the press that sends `next`, three in a
 * row went wrong, at the write or at the agent. A press to resume gives `next` a later time to be sent, and so begins
 * a new count.
 */
export function mustHalt(records: readonly ActionRecord[], next: ActionRecord): boolean {
  const turns = records.flatMap((record) => {
    const at = turnOf(record)
    return at !== null && at >= next.sendAt && isOf(record, next.batch?.id ?? '')
      ? [{ at, bad: wentWrong(record) }]
      : []
  })
  turns.sort((one, other) => one.at - other.at)
  let row = 0
  for (const { bad } of turns) {
    row = bad ? row + 1 : 0
    if (row === HALT_AFTER) return true
  }
  return false
}

/**
 * Where a batch stands as a whole:
 * - `queued`: inside its undo window, nothing has left
 * - `sending`: one after the other; `Stop` has a meaning
 * - `halted`: three in a row went wrong, or another person is signed in now; `Resume` has one
 * - `following`: all has left that is going to; something is not known yet
 * - `done`: every target has ended, or waits for a press of its own (`collided`)
 */
export type BatchState = 'queued' | 'sending' | 'halted' | 'following' | 'done'

/** A batch as it is shown. */
export type BatchView = Pick<Batch, 'id' | 'title' | 'of'> & {
  /** What has become of each target, in order of places. Fewer than `of` where some were dismissed. */
  records: readonly ActionRecord[]
  state: BatchState
  counts: Readonly<Partial<Record<Phase, number>>>
  /** Targets that have left this browser. */
  left: number
  /** Targets that wait for their turn. */
  waiting: number
  /** Targets kept back since somebody asked for the same: each waits for its own `Send now`. */
  collided: number
  /** Targets that `Resume` would send: halted, or not sent. */
  resumable: number
  /** When the undo window ends, or ended: milliseconds; null when nothing waits. */
  sendAt: number | null
}

const inTheAir: readonly Phase[] = ['sent', 'accepted', 'acted on', 'unknown']

/** Null when no record of the batch is kept. `records`: newest first. `me`: who is signed in, where known. */
export function viewBatch(
  records: readonly ActionRecord[],
  id: Batch['id'],
  me: string | null = null,
): BatchView | null {
  const latest = latestOfBatch(records, id)
  const batch = latest[0]?.batch
  if (!batch) return null
  const counts: Partial<Record<Phase, number>> = {}
  for (const record of latest) counts[phaseOf(record)] = (counts[phaseOf(record)] ?? 0) + 1
  const queued = latest.filter((record) => phaseOf(record) === 'queued')
  const waiting = queued.filter((record) => !isHeld(record, me))
  const collided = queued.filter((record) => record.hold === 'collision').length
  const halted = queued.length - waiting.length - collided
  const left = latest.filter((record) => reachedAt(record, 'sent') !== null).length
  const open = inTheAir.some((phase) => counts[phase])
  const atRest: BatchState = halted > 0 ? 'halted' : open ? 'following' : 'done'
  return {
    id,
    title: batch.title,
    of: batch.of,
    records: latest,
    state: waiting.length === 0 ? atRest : left === 0 ? 'queued' : 'sending',
    counts,
    left,
    waiting: waiting.length,
    collided,
    resumable: halted + (counts['not sent'] ?? 0),
    sendAt: waiting.length === 0 ? null : Math.min(...waiting.map((record) => record.sendAt)),
  }
}

/** An entry of the Activity drawer: one action, or one batch with all its targets. */
export type ActionGroup = { type: 'single'; record: ActionRecord } | { type: 'batch'; batch: BatchView }

/** The drawer's entries, newest first; a batch stands where its newest action does. `me`: who is signed in, where known. */
export function groupActions(records: readonly ActionRecord[], me: string | null = null): readonly ActionGroup[] {
  const sorted = records.toSorted(newestFirst)
  const seen = new Set<Batch['id']>()
  return sorted.flatMap((record): ActionGroup[] => {
    if (!record.batch) return [{ type: 'single', record }]
    const { id } = record.batch
    if (seen.has(id)) return []
    seen.add(id)
    const batch = viewBatch(sorted, id, me)
    return batch ? [{ type: 'batch', batch }] : []
  })
}
