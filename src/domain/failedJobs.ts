import { inTrouble, newestFirst } from './matrix.ts'
import type { MatrixItem } from './matrix.ts'

/**
 * Which jobs of a push "Rebuild failed" means, by key, in the order given. Of each builder only the newest attempt
 * counts: one that was rebuilt and is green since has not failed, and one whose next run waits or runs may yet be green.
 * Failed is what the matrix never folds: failure, exception, warnings (test failures) and a result nobody knows; each
 * alone keeps the push from passing. Cancelled, skipped and superseded jobs were not found bad. Work of other branches
 * that the server let into the push (contract surprise 34) is not this push's to rebuild.
 */
export function failedJobs(items: readonly MatrixItem[]): readonly string[] {
  const newest = new Map<string, MatrixItem>()
  for (const item of items) {
    const other = newest.get(item.builder)
    if (item.leak === null && (!other || newestFirst(item, other) < 0)) newest.set(item.builder, item)
  }
  return items.filter((item) => newest.get(item.builder) === item && inTrouble(item)).map(({ key }) => key)
}
