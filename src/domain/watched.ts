import type { IsDone, SingleBuild, SingleRequest } from '../contract/records.ts'
import { paths } from './paths.ts'
import { requestWord } from './requestWord.ts'
import { shortRevision } from './revision.ts'
import { buildState, jobWord } from './state.ts'

/** Something a person wants to be told the end of. `branch` is the short name; `revision`: 12 or 40 characters. */
export type Watched =
  | { kind: 'build' | 'request'; branch: string; id: number }
  | { kind: 'push'; branch: string; revision: string }

/** `build 5 on try`, `push 0123456789ab on try`: one thing, one name. */
export const watchedName = (watched: Watched): string =>
  watched.kind === 'push'
    ? `push ${shortRevision(watched.revision)} on ${watched.branch}`
    : `${watched.kind} ${watched.id} on ${watched.branch}`

/** Its page. */
export const watchedPath = (watched: Watched): string =>
  watched.kind === 'push'
    ? paths.push(watched.branch, watched.revision)
    : paths[watched.kind](watched.branch, watched.id)

/** How it ended by what the server said of it, in one word; null while it has not, as far as that tells. */
export const buildEnd = ({ endtime, status }: Pick<SingleBuild, 'endtime' | 'status'>): string | null =>
  endtime === null ? null : jobWord(buildState(endtime, status), status)

export const requestEnd = (request: Pick<SingleRequest, 'complete' | 'claimed_at' | 'build_ids'>): string | null =>
  request.complete === 0 ? null : requestWord(request)

/** `job_passed` says nothing until the push is complete (contract surprise 36). */
export const pushEnd = ({ job_complete, job_passed }: IsDone): string | null =>
  job_complete ? (job_passed ? 'passed' : 'failed') : null

/** Where the server knows it no more: that is no result, and there is nothing more to wait for. */
export const GONE = 'not known to the server'

/** `Build 5 on try: failure`. */
export const endWords = (watched: Watched, word: string): string => {
  const name = watchedName(watched)
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}: ${word}`
}
