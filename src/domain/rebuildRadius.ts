import type { Job } from './job.ts'
import type { Usual } from './usual.ts'
import { whyNot } from './whyNot.ts'

/** What rebuilding a set of jobs would start. */
export type RebuildRadius = {
  /** Jobs that will be rebuilt. */
  targets: readonly Job[]
  /** Requests it makes: targets times count. */
  runs: number
  /** Targets that still wait or run: for them it means one more run (contract surprise 18). */
  active: readonly Job[]
  /** Targets of one builder at one revision, where more than one is picked (attempts of the same work). */
  twice: readonly (readonly Job[])[]
  /** Machine time it will take by what is usual: seconds, and how many runs nothing is known of. */
  machineSeconds: number
  unknownRuns: number
  refused: readonly { job: Job; why: string }[]
}

/** What a rebuild of `jobs` starts, each `count` times; one that is named twice (its request, its build) counts once. `usual`: how long a builder's runs take, where known. */
export function rebuildRadius(
  jobs: readonly Job[],
  count: number,
  usual: (builder: string) => Usual | null,
): RebuildRadius {
  const targets: Job[] = []
  const refused: { job: Job; why: string }[] = []
  const same = new Map<string, Job[]>()
  let machineSeconds = 0
  let unknownRuns = 0
  for (const job of new Map(jobs.map((one) => [one.key, one])).values()) {
    const why = whyNot('rebuild', job)
    if (why !== null) {
      refused.push({ job, why })
      continue
    }
    targets.push(job)
    const work = `${job.revision ?? ''} ${job.builder}`
    same.set(work, [...(same.get(work) ?? []), job])
    const known = usual(job.builder)
    if (known) machineSeconds += known.p50 * count
    else unknownRuns += count
  }
  return {
    targets,
    runs: targets.length * count,
    active: targets.filter(({ state }) => state === 'pending' || state === 'running'),
    twice: [...same.values()].filter((group) => group.length > 1),
    machineSeconds,
    unknownRuns,
    refused,
  }
}
