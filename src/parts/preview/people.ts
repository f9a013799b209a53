/** A person of the farm in a sentence; oneself where that is known. `who` null: not told. */
export const personText = (who: string | null, me: string | null): string =>
  who === null ? 'Somebody' : who === me ? `You (${who})` : who

/** Names listed before the rest is only counted. */
const NAMES = 4

/** Each name once, and how many more there are. */
export function namesText(names: Iterable<string>): string {
  const each = [...new Set(names)]
  return each.slice(0, NAMES).join(', ') + (each.length > NAMES ? ` and ${each.length - NAMES} more` : '')
}
