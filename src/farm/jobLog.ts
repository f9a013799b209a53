import { readInt } from './ask.ts'
import { pythonJson } from './json.ts'
import type { Job } from './model.ts'
import type { World } from './world.ts'

/** A row of the log: no id but inside `complete_data`, once done (contract surprise 16). */
export const jobJson = (job: Job): string =>
  pythonJson({
    completed_at: job.completedAt,
    what: job.errand.what,
    action: job.errand.action,
    who: job.who,
    when: job.when,
    complete_data: job.completedAt === null ? null : { body: { msg: job.msg, errors: job.errors }, request_id: job.id },
  })

/** `/self-serve/jobs`: newest first; a bad `num` or `offset` resets both (contract surprise 25). */
export function jobsJson(world: World, query: URLSearchParams): string {
  let num = query.has('num') ? readInt(query.get('num')) : 100
  let offset = query.has('offset') ? readInt(query.get('offset')) : 0
  if (num === null || offset === null) {
    num = 100
    offset = 0
  }
  const jobs = world.jobs.toSorted((a, b) => b.when - a.when || b.id - a.id)
  const end = num < 0 ? jobs.length : Math.max(0, offset) + num
  return `[${jobs.slice(Math.max(0, offset), end).map(jobJson).join(', ')}]`
}
