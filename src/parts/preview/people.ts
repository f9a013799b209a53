/** A person of the farm in a sentence; oneself where that is known. `who` null: not told. */
export const personText = (who: string | null, me: string | null): string =>
  who === null ? 'Somebody' : who === me ? `You (${who})` : who

/** Names listed before the rest is only counted. */
const NAMES = 4

export const namesText = (names: readonly string[]): string =>
  names.slice(0, NAMES).join(', ') + (names.length > NAMES ? ` and ${names.length - NAMES} more` : '')
