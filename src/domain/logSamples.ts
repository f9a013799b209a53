import type { JobRequest } from '../contract/records.ts'

/** Invented entries of the log for tests: one that waits for the agent. */
export const entry = (how: Partial<JobRequest> = {}): JobRequest => ({
  action: 'cancel_build',
  who: 'ann@example.com',
  when: 1_000,
  what: { bid: 5 },
  completed_at: null,
  complete_data: null,
  ...how,
})

/** The same, answered: `at` in seconds since epoch. */
export function answered(
  msg: string,
  { errors = false, at = 1_006, ...how }: Partial<JobRequest> & { errors?: boolean; at?: number } = {},
): JobRequest {
  return entry({ completed_at: at, complete_data: { request_id: 1, body: { errors, msg } }, ...how })
}
