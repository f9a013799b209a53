import { preferences } from '../stores/preferences.ts'
import type { CommandKeys } from './catalogue.ts'

/** What a person has chosen: other keys by a command's own; empty where it shall have none. */
export type ChosenKeys = Readonly<Record<string, string>>

/** The keys a command has now; empty when it has none. */
export const keysOf = (command: CommandKeys, chosen: ChosenKeys = preferences.getState().keys): string =>
  chosen[command] ?? command
