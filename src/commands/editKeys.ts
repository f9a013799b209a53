import { catalogue } from './catalogue.ts'
import type { CatalogueRow, CommandKeys } from './catalogue.ts'
import { keysOf } from './keymap.ts'
import type { ChosenKeys } from './keymap.ts'

/**
 * The keys a typed text means: each character is one, spaces are none. Null where that is more than two, as in `Esc`: a
 * part of it is not what was meant.
 */
export function keysFrom(text: string): string | null {
  const keys = Array.from(text.replaceAll(/\s/gu, ''))
  return keys.length > 2 ? null : keys.join(' ')
}

const begins = (keys: string, other: string): boolean => other === keys || other.startsWith(`${keys} `)

/**
 * The commands that stand in the way of `keys` for `command`: they have the same, or one begins as the other, so that
 * it would never be heard. Of all pages, since a person learns one map.
 */
export const clashesOf = (keys: string, command: CommandKeys, chosen: ChosenKeys): readonly CatalogueRow[] =>
  keys === ''
    ? []
    : catalogue.filter((row) => {
        const taken = keysOf(row.keys, chosen)
        return row.keys !== command && taken !== '' && (begins(keys, taken) || begins(taken, keys))
      })

/** The choice with other keys for one command; those it comes with are no choice. */
export function withKeys(chosen: ChosenKeys, command: CommandKeys, keys: string): ChosenKeys {
  const { [command]: _, ...rest } = chosen
  return keys === command ? rest : { ...rest, [command]: keys }
}

/** What is printed on the keys: `g t` are two of them, and a capital is typed with Shift. */
export const printed = (keys: string): readonly string[] =>
  keys
    .split(' ')
    .filter(Boolean)
    .map((key) => (key === 'Escape' ? 'Esc' : /^\p{Lu}$/u.test(key) ? `Shift+${key.toLowerCase()}` : key))
