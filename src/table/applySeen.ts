import { buildState, jobStates } from '../domain/state.ts'
import type { Rows } from './rowWriter.ts'

/**
 * What became true of single jobs, read where the server does not cache, while its lists still tell the time before
 * (surprise 38). Times are seconds since epoch.
 */
export type Seen = {
  builds: readonly { id: number; ended: number; status: number | null }[]
  /** Requests that were cancelled before they started: they leave every list (surprise 30). */
  gone: readonly number[]
}

const RUNNING = jobStates.indexOf('running')

/** Ends the builds that were seen to have ended. Writes into `rows`: they must be new memory. */
export function endSeen(rows: Rows, seen: Seen): void {
  if (seen.builds.length === 0) return
  const { columns } = rows
  const ends = new Map(seen.builds.map((build) => [build.id, build]))
  for (let row = 0; row < rows.count; row++) {
    const end = columns.state[row] === RUNNING ? ends.get(columns.buildId[row] ?? -1) : undefined
    if (!end) continue
    const state = buildState(end.ended, end.status)
    columns.state[row] = jobStates.indexOf(state)
    columns.result[row] = state === 'finished' ? (end.status ?? -1) : -1
    columns.ended[row] = end.ended
  }
}
