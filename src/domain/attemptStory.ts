import type { JobRequest } from '../contract/records.ts'
import { entryOfRebuild, isAskedOf, rebuildsIn, resultStrip } from './attempts.ts'
import type { Rebuild, ResultStrip } from './attempts.ts'
import type { Job } from './job.ts'

/** What happened to the work of one builder at one revision: a run of its own, or a rebuild and all its runs. */
export type AttemptStep =
  | { kind: 'run'; job: Job }
  | {
      kind: 'rebuild'
      rebuild: Rebuild
      strip: ResultStrip
      /** Its number in the log, where the log at hand tells (contract surprise 16). */
      job: number | null
      /** What was rebuilt; several rows where nothing here tells which. */
      of: readonly Job[]
    }

/**
 * The attempts of one builder at one revision, old → new. `rows`: all rows of that work, in any order; `log`: the newest
 * entries, which tell how many runs a rebuild was asked for while the lists do not show them all yet.
 */
export function attemptStory(rows: readonly Job[], log: readonly JobRequest[]): readonly AttemptStep[] {
  const rebuilds = rebuildsIn(rows)
  const made = new Set(rebuilds.flatMap(({ jobs }) => jobs))
  // Attempts of one request, as after a retry, were submitted together: they started one after the other.
  const steps = [
    ...rows
      .filter((row) => !made.has(row))
      .map((job) => ({ at: job.submitted, begun: job.started ?? Infinity, step: { kind: 'run', job } as const })),
    ...rebuilds.map((rebuild) => ({ at: rebuild.at, begun: Infinity, step: stepOf(rebuild, log) })),
  ]
  return steps.toSorted((a, b) => a.at - b.at || (a.begun === b.begun ? 0 : a.begun - b.begun)).map(({ step }) => step)
}

type RebuildStep = Extract<AttemptStep, { kind: 'rebuild' }>

/** What came of a rebuild. `log` as for `attemptStory`. */
export function stepOf(rebuild: Rebuild, log: readonly JobRequest[]): RebuildStep {
  const found = entryOfRebuild(rebuild, log)
  const of = rebuild.of.filter((row) => isAskedOf(rebuild, row, log))
  const asked = Math.max(rebuild.requestIds.length, countIn(found?.entry))
  return { kind: 'rebuild', rebuild, strip: resultStrip(rebuild, asked), job: found?.number ?? null, of }
}

/** Runs an entry of the log asked for; 0 where it does not tell. */
const countIn = (entry: JobRequest | undefined): number => Number(entry?.what['count'] ?? 0) || 0

/** Whether its results come one by one: more than one run was asked for, as far as its requests or the log tell. */
export const isOfManyRuns = (rebuild: Rebuild, log: readonly JobRequest[]): boolean =>
  rebuild.requestIds.length > 1 || countIn(entryOfRebuild(rebuild, log)?.entry) > 1
