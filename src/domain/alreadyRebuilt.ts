import type { JobRequest } from '../contract/records.ts'
import { isAskedOf, linkRebuilds } from './attempts.ts'
import type { Job } from './job.ts'
import { jobOf } from './reconcile.ts'

/** Rebuilds of a set of jobs that one person has asked for. `who` null: the log does not tell. */
export type AlreadyRebuilt = {
  who: string | null
  /** Those of the set, each once. */
  jobs: readonly Job[]
  /** When the last was asked for: seconds since epoch. */
  at: number
  /** The agent has not answered for these yet. */
  waiting: number
  /** Numbers of those that have one, newest first. */
  numbers: readonly number[]
}

type Draft = { who: string | null; jobs: Map<string, Job>; at: number; waiting: number; numbers: number[] }

/**
 * Who has already rebuilt any of `jobs`, the last first: by the reasons of the requests that came of it (`rows`: what is
 * known of the same builders, these jobs too or not) and by the self-serve log, which knows of it before.
 */
export function alreadyRebuilt(
  jobs: readonly Job[],
  rows: readonly Job[],
  log: readonly JobRequest[],
): readonly AlreadyRebuilt[] {
  const people = new Map<string | null, Draft>()
  const add = (job: Job, who: string | null, at: number): Draft => {
    const known = people.get(who) ?? { who, jobs: new Map<string, Job>(), at, waiting: 0, numbers: [] }
    people.set(who, known)
    known.jobs.set(job.key, job)
    known.at = Math.max(known.at, at)
    return known
  }
  const own = new Set(jobs.map(({ key }) => key))
  const links = linkRebuilds([...jobs, ...rows.filter(({ key }) => !own.has(key))])
  const byBuild = new Map<number, Job>()
  const byRequest = new Map<number, Job>()
  for (const job of jobs) {
    for (const rebuild of links.get(job.key) ?? []) {
      if (isAskedOf(rebuild, job, log)) add(job, rebuild.who, rebuild.at)
    }
    if (job.buildId !== null) byBuild.set(job.buildId, job)
    for (const { requestId } of job.requests) byRequest.set(requestId, job)
  }
  for (const entry of log) {
    const { action, what, who, when } = entry
    const job = action.startsWith('rebuild_build')
      ? byBuild.get(Number(what['bid']))
      : action.startsWith('rebuild_request')
        ? byRequest.get(Number(what['brid']))
        : undefined
    // What the agent could not do has come to nothing.
    if (!job || entry.complete_data?.body.errors) continue
    const person = add(job, who, when)
    const number = jobOf(entry)
    if (number !== null) person.numbers.push(number)
    if (entry.completed_at === null) person.waiting += 1
  }
  return [...people.values()]
    .map((person) => ({ ...person, jobs: [...person.jobs.values()] }))
    .toSorted((one, other) => other.at - one.at)
}
