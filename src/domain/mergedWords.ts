import type { ServedRequest } from './job.ts'

/** How many requests a job serves of each push; null: of none. In the order given: the first is the one it ran for. */
export function servedByPush(requests: readonly Pick<ServedRequest, 'revision'>[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const { revision } of requests) counts.set(revision, (counts.get(revision) ?? 0) + 1)
  return counts
}

/**
 * Merged requests in words: "serves 3 requests: 2 of 1a2b3c4d5e6f, 1 of ffffffffffff"; null where a job serves one
 * alone. `here`: the push it is shown in (12 characters), which is then called so.
 */
export function mergedWords(
  requests: readonly Pick<ServedRequest, 'revision'>[],
  here: string | null = null,
): string | null {
  if (requests.length < 2) return null
  const parts = Array.from(servedByPush(requests), ([revision, n]) =>
    revision === null ? `${n} without a revision` : `${n} of ${revision === here ? 'this push' : revision}`,
  )
  return `serves ${requests.length} requests: ${parts.join(', ')}`
}
