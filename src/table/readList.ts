import type { ListBuild, ListRequest } from '../contract/records.ts'
import { jobOfBuild, jobOfRequest } from '../domain/job.ts'
import type { Job } from '../domain/job.ts'
import { fieldsOf, misfitOfBuild, misfitOfRequest } from './guard.ts'
import { Interner, RowWriter } from './rowWriter.ts'
import type { Rows } from './rowWriter.ts'

/** Rows left out since they fit no schema, and the first reason why. */
export type Dropped = { rows: number; first: string | null }

/** The whole answer cannot be read; `what` says why. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** JSON out of an answer's bytes. Throws `Unreadable`. */
export function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new Unreadable('the JSON breaks off or is damaged')
  }
}

/** A row of a day or push list as a job, or why it is none. A build is known by its `build_id` (surprise 26). */
function jobOfRow(row: unknown): Job | string {
  const misfit = misfitOfBuild(row)
  // Both casts: the guard has just held the row against the very schema (see its property test).
  if (misfit === null) return jobOfBuild(row as ListBuild)
  const otherMisfit = misfitOfRequest(row)
  if (otherMisfit === null) return jobOfRequest(row as ListRequest)
  return fieldsOf(row)?.['build_id'] === undefined ? otherMisfit : misfit
}

const requestsIn = (row: unknown): number => {
  const requests = fieldsOf(row)?.['requests']
  return Array.isArray(requests) ? requests.length : 1
}

/**
 * The rows of a day list or a push list, one by one: a bad row is left out and counted, never fatal.
 * Throws `Unreadable` when the answer as a whole is no list.
 */
export function readList(bytes: ArrayBuffer): { rows: Rows; dropped: Dropped } {
  const list = parse(bytes)
  if (!Array.isArray(list)) throw new Unreadable('expected a list of jobs')
  const dropped: Dropped = { rows: 0, first: null }
  let requests = 0
  for (const row of list) requests += requestsIn(row)
  const writer = new RowWriter(list.length, requests, new Interner())
  for (let at = 0; at < list.length; at++) {
    const job = jobOfRow(list[at])
    if (typeof job !== 'string') writer.add(job)
    else {
      dropped.rows++
      dropped.first ??= `row ${at + 1}: ${job}`
    }
  }
  return { rows: writer.finish(), dropped }
}
