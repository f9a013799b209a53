import type { Job } from './job.ts'

/** Whether two readings of a row show the same, so that a refresh draws only the rows that changed. */
export const sameJob = (one: Job, other: Job): boolean =>
  one === other ||
  (one.key === other.key &&
    one.builder === other.builder &&
    one.state === other.state &&
    one.result === other.result &&
    one.submitted === other.submitted &&
    one.claimed === other.claimed &&
    one.started === other.started &&
    one.ended === other.ended &&
    one.priority === other.priority &&
    one.requests.length === other.requests.length &&
    one.requests.every(
      (request, at) =>
        request.requestId === other.requests[at]?.requestId && request.priority === other.requests[at]?.priority,
    ))
