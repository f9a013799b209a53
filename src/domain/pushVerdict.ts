import { resultWord } from './state.ts'
import type { Verdict } from './verdict.ts'

/** The verdict of a push in words for its page. */
export type PushVerdict = {
  word: Verdict['word']
  /** `3 failed so far`, `Settling, 2:10 left`, `Passed`, … */
  headline: string
  /** Whether it can still change. */
  final: boolean
  /** Why, in sentences; the most telling first. Never empty. */
  why: readonly string[]
}

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** What stands against passing, worst first: "3 failures", "1 exception", "6 jobs with test failures", "1 skipped". */
function against({ failure, exception, warnings, cancelled, skipped, superseded, other, attempt }: Verdict['because']) {
  return [
    failure > 0 ? plural(failure, 'failure', 'failures') : '',
    exception > 0 ? plural(exception, 'exception', 'exceptions') : '',
    other > 0 ? plural(other, 'result nobody knows', 'results nobody knows') : '',
    warnings > 0 ? plural(warnings, 'job with test failures', 'jobs with test failures') : '',
    cancelled > 0 ? `${cancelled} cancelled` : '',
    skipped > 0 ? `${skipped} skipped` : '',
    superseded > 0 ? `${superseded} superseded` : '',
    attempt > 0 ? plural(attempt, 'superseded attempt', 'superseded attempts') : '',
  ].filter((words) => words !== '')
}

/** Sentences on what a reader would not expect of the server's rule (contract surprise 36). */
function surprises({ warnings, skipped, failed, attempt, against: all }: Verdict['because']): string[] {
  const alone = all > 0 && failed === 0
  const quiet = [warnings > 0 ? 'warnings (test failures)' : '', skipped > 0 ? 'skipped' : ''].filter(
    (word) => word !== '',
  )
  return [
    quiet.length > 0
      ? `${alone ? 'That alone keeps it from passing: the' : 'The'} server passes a push only when every result is success or retry, so ${quiet.join(' and ')} ${quiet.length === 1 && warnings === 0 ? 'jobs ' : ''}fail it.`
      : '',
    attempt > 0 ? 'An attempt that ended without a result counts against it too.' : '',
  ].filter((sentence) => sentence !== '')
}

/** `2:10`, from seconds, rounded up so that it never says 0:00 before it is over. */
export function minutes(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** The verdict explained. Sentences say what the server's `is_done` would say, and why. */
export function pushVerdict(verdict: Verdict): PushVerdict {
  const { word, because, settlesIn } = verdict
  const reasons = against(because)
  const failed = reasons.length > 0 ? `It cannot pass any more because of ${list(reasons)}.` : ''
  const explained = (first: string): string[] => [first, ...surprises(because)].filter((sentence) => sentence !== '')
  switch (word) {
    case 'unknown':
      return {
        word,
        headline: 'Unknown',
        final: false,
        why: ['No jobs of this push are known: it never existed, or all was cancelled before it started.'],
      }
    case 'running': {
      const left = [
        because.running > 0 ? `${because.running} running` : '',
        because.pending > 0 ? `${because.pending} pending` : '',
      ].filter((words) => words !== '')
      const open = `${list(left)} of ${because.total}.`
      const headline =
        because.failed > 0
          ? `${because.failed} failed so far`
          : because.against > 0
            ? 'Not all green so far'
            : 'Running'
      return { word, headline, final: false, why: [open, ...(failed ? explained(failed) : [])] }
    }
    case 'settling': {
      const left = minutes(settlesIn ?? 0)
      const rest = `All ${because.total} have ended. The server waits ${left} more for new work before it gives its verdict.`
      return {
        word,
        headline: `Settling, ${left} left`,
        final: false,
        why: [rest, ...(failed ? explained(failed) : [])],
      }
    }
    case 'passed': {
      const retried = because.retry > 0 ? ` or ${resultWord(5)}` : ''
      return { word, headline: 'Passed', final: true, why: [`All ${because.total} ended as success${retried}.`] }
    }
    case 'failed':
      return { word, headline: 'Failed', final: true, why: explained(`Failed because of ${list(reasons)}.`) }
  }
}

/**
 * The changeset's page in its repository, from `branches.repo`: `https://hg.mozilla.org/try/rev/1a2b3c4d5e6f`. Null where
 * the farm tells no repository of the web, or one of another kind than hg.
 */
export function revisionUrl(
  branch: { repo?: string | undefined; repo_type?: string | undefined } | null,
  revision: string,
): string | null {
  const repo = branch?.repo?.replace(/\/+$/, '')
  if (!repo || !/^https?:\/\/[^/]/.test(repo) || (branch?.repo_type ?? 'hg') !== 'hg') return null
  return /^[0-9a-f]{12,40}$/i.test(revision) ? `${repo}/rev/${revision}` : null
}
