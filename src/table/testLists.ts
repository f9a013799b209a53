import { recorded } from '../contract/recorded.ts'
import { assemble } from './assemble.ts'
import type { JobTable } from './jobTable.ts'
import type { Seen } from './applySeen.ts'
import { mergeToday } from './mergeToday.ts'
import { readList } from './readList.ts'
import { readPending, readRunning } from './readNow.ts'

/** Anything as the bytes of an answer. For tests. */
export function bytesOf(value: unknown): ArrayBuffer {
  const bytes = new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
  const whole = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(whole).set(bytes)
  return whole
}

/** The body of a recorded answer, by the recording's number. */
export const bodyOf = (number: string): unknown => recorded(number).response.body

/** A table out of a list and, for today, what waits and runs. */
export function tableOf(
  branch: string,
  list: unknown,
  now: { pending?: unknown; running?: unknown; seen?: Seen } = {},
): JobTable {
  const { rows, dropped } = readList(bytesOf(list))
  const pending = now.pending === undefined ? null : readPending(bytesOf(now.pending), branch)
  const running = now.running === undefined ? null : readRunning(bytesOf(now.running), branch)
  return assemble(branch, mergeToday(rows, pending, running, now.seen), dropped)
}

/** A pending request of a list, with what a test cares about. */
export const listRequest = (fields: Partial<Record<string, unknown>> = {}) => ({
  request_id: 1,
  branch: 'try',
  buildername: 'Linux x86-64 try build',
  revision: '0123456789ab',
  priority: 0,
  reason: 'scheduler',
  submittime: 1_000,
  claimed_at: 0,
  complete: 0,
  complete_at: null,
  ...fields,
})

/** A build of a list serving `requests`. */
export const listBuild = (fields: Partial<Record<string, unknown>> = {}, requests: unknown[] = [listRequest()]) => ({
  build_id: 10,
  branch: 'try',
  buildername: 'Linux x86-64 try build',
  buildnumber: 7,
  claimed_by_name: 'master1',
  revision: '0123456789ab',
  starttime: 1_100,
  endtime: null,
  status: null,
  requests,
  ...fields,
})

export const pendingItem = (fields: Partial<Record<string, unknown>> = {}) => ({
  id: 1,
  buildername: 'Linux x86-64 try build',
  submitted_at: 1_000,
  ...fields,
})

export const runningItem = (fields: Partial<Record<string, unknown>> = {}) => ({
  id: 10,
  buildername: 'Linux x86-64 try build',
  claimed_by_name: 'master1',
  last_heartbeat: 1_100,
  number: 7,
  request_ids: [1],
  revision: '0123456789ab',
  start_time: 1_100,
  submitted_at: 1_000,
  ...fields,
})
