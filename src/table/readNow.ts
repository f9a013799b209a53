import type { PendingItem, RunningItem } from '../contract/records.ts'
import { shortRevision } from '../domain/revision.ts'
import { fieldsOf, misfitOfPending, misfitOfRunning } from './guard.ts'
import type { Misfit } from './guard.ts'
import { parse, Unreadable } from './readList.ts'
import type { Dropped } from './readList.ts'

/** An item of `/pending` or `/running` with the revision it stands under; null for "Unknown" (surprise 35). */
type Under<Item> = { item: Item; revision: string | null }
export type Pending = { items: readonly Under<PendingItem>[]; dropped: Dropped }
export type Running = { items: readonly Under<RunningItem>[]; dropped: Dropped }

/**
 * What waits on a branch. The server matches branches loosely (LIKE), so other branches stand in the answer too:
 * only the key that is the short name itself is taken (surprise 34). Throws `Unreadable`.
 */
export const readPending = (bytes: ArrayBuffer, branch: string): Pending =>
  // The guard holds each item against the contract's schema (see its property test).
  itemsOf(bytes, 'pending', branch, misfitOfPending, (item) => item as PendingItem)

/** What runs on a branch, as `readPending`. */
export const readRunning = (bytes: ArrayBuffer, branch: string): Running =>
  // As above.
  itemsOf(bytes, 'running', branch, misfitOfRunning, (item) => item as RunningItem)

function itemsOf<Item>(
  bytes: ArrayBuffer,
  name: 'pending' | 'running',
  branch: string,
  misfitOf: (item: unknown) => Misfit,
  typed: (item: unknown) => Item,
): { items: Under<Item>[]; dropped: Dropped } {
  const branches = fieldsOf(fieldsOf(parse(bytes))?.[name])
  if (branches === null) throw new Unreadable(`expected branches under "${name}"`)
  const dropped: Dropped = { rows: 0, first: null }
  const items: Under<Item>[] = []
  for (const [revision, list] of Object.entries(fieldsOf(branches[branch]) ?? {})) {
    for (const item of Array.isArray(list) ? list : [list]) {
      const misfit = misfitOf(item)
      if (misfit === null) {
        items.push({ item: typed(item), revision: revision === 'Unknown' ? null : shortRevision(revision) })
      } else {
        dropped.rows++
        dropped.first ??= `/${name}, ${revision}: ${misfit}`
      }
    }
  }
  return { items, dropped }
}
