import { phaseSentence } from './actionWords.ts'
import { phases } from './action.ts'
import { jobStates, jobWord, resultNames } from './state.ts'
import { STABLE_DELAY } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** A word of the app and what it means, in a sentence. */
export type Entry = { word: string; means: string }
export type Chapter = { title: string; entries: readonly Entry[] }

const words = <Word extends string>(known: readonly Word[], meanings: Record<Word, string>): Entry[] =>
  known.map((word) => ({ word, means: meanings[word] }))

const states: Record<(typeof jobStates)[number], string> = {
  pending: 'Asked for, and no master has claimed it yet.',
  running: 'Claimed, and it has no end time.',
  finished: 'It has an end time and a result; the result is shown instead of this word.',
  superseded: 'It ended without a result of its own: the farm ran its request again.',
}

const results: Record<(typeof resultNames)[number], string> = {
  success: 'All went well.',
  warnings: 'It ran to its end, and tests failed. A push with warnings does not pass.',
  failure: 'It broke.',
  skipped: 'There was nothing for it to do. A push with skipped jobs does not pass.',
  exception: 'The farm broke, not the code: a machine, a network, a master.',
  retry: 'The farm runs it again by itself. A result, and nothing you can ask for: people rebuild.',
  cancelled: 'Somebody cancelled it.',
  superseded: 'A newer request took its place.',
}

const verdicts: Record<Verdict['word'], string> = {
  running: 'Something of the push still waits or runs.',
  settling: `All has ended; the server waits ${STABLE_DELAY / 60} minutes for more work before it gives its verdict.`,
  passed: 'All has ended as success or retry.',
  failed: 'All has ended, and something is neither success nor retry: warnings and skipped count against it too.',
  unknown: 'No jobs of it are known.',
}

const farm: readonly Entry[] = [
  { word: 'branch', means: 'A line of development the farm builds. On try single developers try their changes out.' },
  {
    word: 'push',
    means: 'A revision on a branch, with all the work it caused; it began with the earliest submit time of that work.',
  },
  { word: 'builder', means: 'A named kind of job: platform, build type and what is built or tested.' },
  { word: 'request', means: 'Work asked for. It waits until a master claims it for a build.' },
  { word: 'build', means: 'Work that ran or runs, for one request or several.' },
  { word: 'job', means: 'A row here: a build, or a request that has none yet.' },
  { word: 'merged', means: 'One build serves several requests; what happens to it happens to all of them.' },
  {
    word: 'priority',
    means: 'Higher goes first; 0 is usual. The pending lists do not tell it, so a place may be a range.',
  },
  { word: 'rebuild', means: 'A new request for the same work. On what still waits or runs it means one more run.' },
  {
    word: 'collateral',
    means: 'What an act hits besides what it names: merged requests of others, and other branches.',
  },
  { word: 'nightly', means: 'Work by the clock, often with no revision of its own.' },
  { word: 'action', means: 'One thing somebody asked for. The server logs it first; an agent acts on it later.' },
  { word: 'watch', means: 'To be told when something ends, also while its tab is hidden.' },
]

/** The words of the app, from where they are defined: another state, result or phase there is an entry here. */
export const glossary: readonly Chapter[] = [
  { title: 'The farm', entries: farm },
  {
    title: 'States',
    entries: jobStates.map((state) => ({
      word: state === 'superseded' ? jobWord(state, null) : state,
      means: states[state],
    })),
  },
  {
    title: 'Results',
    entries: [
      ...words(resultNames, results),
      { word: 'result 42', means: 'A code nobody has a name for, shown as it came.' },
    ],
  },
  {
    title: 'Verdict of a push',
    entries: words(['running', 'settling', 'passed', 'failed', 'unknown'], verdicts),
  },
  { title: 'Phases of an action', entries: words(phases, phaseSentence) },
]
