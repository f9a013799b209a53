import type { Verdict } from '../../domain/verdict.ts'
import type { Push } from '../../table/push.ts'
import type { Counts } from '../../table/slots.ts'

/** A push in words: one loud word with the look of a state or result, and what stands behind it. */
export type VerdictWords = { look: string; word: string; tail: string }

/** "3 failures", "1 exception"; nothing for none. */
const named = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many}`
const listed = (...parts: string[]): string => parts.filter(Boolean).join(', ')

export const finishedOf = (push: Push): number => push.rows - push.counts.pending - push.counts.running

/** The look of the worst that stands against a push, by the order of the list. */
const worstLook = (counts: Counts): string =>
  (['failure', 'exception', 'warnings', 'cancelled', 'skipped'] as const).find((slot) => counts[slot] > 0) ?? 'unknown'

const trouble = (counts: Counts): string =>
  listed(
    named(counts.failure, 'failure', 'failures'),
    named(counts.exception, 'exception', 'exceptions'),
    named(counts.warnings, 'with warnings', 'with warnings'),
  )

/** `2:10`. */
const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

/** What the line under a push's revision says. `so far` stands while it may still move. */
export function verdictWords(push: Push, verdict: Verdict): VerdictWords {
  const { counts } = push
  const finished = finishedOf(push)
  const toCome = counts.pending + counts.running
  switch (verdict.word) {
    case 'unknown':
      return { look: 'unknown', word: 'Unknown', tail: 'nothing to judge by' }
    case 'running': {
      const coming = `${toCome} to come`
      const { failed } = verdict.because
      if (failed > 0)
        return {
          look: worstLook(counts),
          word: `${failed} failed so far`,
          tail: listed(trouble({ ...counts, failure: 0, exception: 0 }), coming),
        }
      if (counts.running === 0 && finished === 0) return { look: 'pending', word: 'Waiting', tail: '' }
      return { look: 'running', word: 'Running', tail: listed(trouble(counts), coming) }
    }
    case 'settling': {
      const left = `${minutes(verdict.settlesIn ?? 0)} left`
      const bad = trouble(counts)
      return {
        look: counts.failure > 0 ? 'failure' : counts.exception > 0 ? 'exception' : 'running',
        word: 'Settling',
        tail: listed(left, bad || (verdict.because.against === 0 ? `all ${finished} green` : '')),
      }
    }
    case 'passed':
      return { look: 'success', word: 'Passed', tail: `${finished} of ${push.rows}, settled` }
    case 'failed':
      return {
        look: worstLook(counts),
        word: 'Failed',
        tail: listed(
          trouble(counts),
          named(counts.cancelled, 'cancelled', 'cancelled'),
          named(counts.skipped, 'skipped', 'skipped'),
        ),
      }
  }
}
