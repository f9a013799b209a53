/** What a key press means: a command to run, the beginning of a longer one, or nothing. */
export type Press<Item> = { run: Item | null; pending: string; conflict: readonly Item[] }

/**
 * Matches `key` after the keys already pressed (`pending`) against `items`, whose keys `keysOf` tells. A whole match
 * runs. Two claims on the same keys are a `conflict` and neither runs: a key that does two things is worse than one
 * that does nothing. Keys are compared as the layout makes them (`event.key`), so `?` and `+` are right on every
 * keyboard.
 */
export function press<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => string,
  pending: string,
  key: string,
): Press<Item> {
  const pressed = pending === '' ? key : `${pending} ${key}`
  const claims = items.filter((item) => keysOf(item) === pressed)
  const [only, ...others] = claims
  if (only) return { run: others.length > 0 ? null : only, pending: '', conflict: others.length > 0 ? claims : [] }
  if (items.some((item) => keysOf(item).startsWith(`${pressed} `))) return { run: null, pending: pressed, conflict: [] }
  // A false second key is a first key of its own.
  return pending === '' ? { run: null, pending: '', conflict: [] } : press(items, keysOf, '', key)
}
