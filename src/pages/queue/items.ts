/** Jobs of one push shown before "show more": enough to read, few enough to scroll past. */
export const FIRST_JOBS = 50

/** A line of the list. `key` is unique in it and survives refreshes; `push` and `row` are places in the table's view. */
export type Item =
  | { kind: 'push'; key: string; push: number; open: boolean }
  | { kind: 'heads'; key: string; push: number }
  | { kind: 'job'; key: string; push: number; row: number }
  /** Closes an opened push: how many of the matching jobs stand above it. */
  | { kind: 'more'; key: string; push: number; shown: number; matching: number }

/** How the keyboard meets a row: it stands on it, or Tab would come to it first, or neither. */
export type Stop = 'cursor' | 'tab' | null

/** What the list needs to know of a push. */
export type ListedPush = { push: number; revision: string | null }

export const pushKey = (revision: string | null): string => revision ?? 'none'

/** A merged job stands in every push it serves, so its own key is not enough. */
export const jobKey = (revision: string | null, rowKey: string): string => `${pushKey(revision)}/${rowKey}`

/**
 * Pushes and, below each open one, its matching jobs: `rowsOf` gives them worst first, and is asked for open ones only.
 * `limits` says how many jobs to show of pushes where more than the first were asked for.
 */
export function listItems(
  pushes: readonly ListedPush[],
  open: ReadonlySet<string | null>,
  limits: ReadonlyMap<string, number>,
  rowsOf: (push: number) => Int32Array,
  keyOf: (row: number) => string,
): Item[] {
  const items: Item[] = []
  for (const { push, revision } of pushes) {
    const key = pushKey(revision)
    const isOpen = open.has(revision)
    items.push({ kind: 'push', key, push, open: isOpen })
    if (!isOpen) continue
    const rows = rowsOf(push)
    const shown = rows.slice(0, limits.get(key) ?? FIRST_JOBS)
    if (shown.length > 0) items.push({ kind: 'heads', key: `${key}/heads`, push })
    for (const row of shown) items.push({ kind: 'job', key: jobKey(revision, keyOf(row)), push, row })
    items.push({ kind: 'more', key: `${key}/more`, push, shown: shown.length, matching: rows.length })
  }
  return items
}

/** Whether the cursor may stand on it. */
export const isStop = (item: Item): boolean => item.kind === 'push' || item.kind === 'job'

/** The next place from `from` in the direction of `step` that `wanted` accepts; null at the end. From -1 starts at the top. */
export function nextStop(
  items: readonly Item[],
  from: number,
  step: 1 | -1,
  wanted: (item: Item) => boolean,
): number | null {
  for (let index = from + step; index >= 0 && index < items.length; index += step) {
    const item = items[index]
    if (item && wanted(item)) return index
  }
  return null
}
