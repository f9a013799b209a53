import type { ServedRequest } from '../domain/job.ts'
import { servedByPush } from '../domain/mergedWords.ts'
import { several } from './several.ts'

/**
 * What cancelling a job hits besides the request it is shown for, in words ("2 requests of 1a2b3c4d5e6f"),
 * or null where it serves nobody else. `revision` is that of the push the job is shown in (12 characters, or null).
 */
export function alsoAffects(requests: readonly ServedRequest[], revision: string | null): string | null {
  const own = Math.max(
    0,
    requests.findIndex((request) => request.revision === revision),
  )
  const others = requests.filter((_, index) => index !== own)
  if (others.length === 0) return null
  return [...servedByPush(others)]
    .map(([of, count]) => {
      if (of === revision) return `${several(count, 'more request')} of this push`
      return of === null ? `${several(count, 'request')} without a revision` : `${several(count, 'request')} of ${of}`
    })
    .join(', ')
}
