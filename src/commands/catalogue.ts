export const commandGroups = ['Move', 'Act', 'Go to', 'View'] as const

/** The views a key works on; `every page` for those of the frame. */
type Where = 'every page' | 'Queue' | 'Push' | 'Build' | 'Request'

/** A row of the keyboard map: what a person can read of it, whether or not its page is on screen. */
type Row = {
  /**
   * `event.key` values pressed one after the other, apart by a space: `j`, `?`, `g t`. They are what the command comes
   * with, and also its name, which stays when a person gives it other keys.
   */
  keys: string
  label: string
  group: (typeof commandGroups)[number]
  on: readonly Where[]
  /** No character, so no person needs another one (WCAG 2.1.4), and the browser's own meaning stays. */
  fixed?: true
}

const lists = ['Queue', 'Push'] as const
const jobs = ['Queue', 'Push', 'Build', 'Request'] as const

/**
 * The whole keyboard map, of all pages: what help and settings are made of. The key listener needs none of it, so
 * only its types may be taken by what the first view loads.
 */
export const catalogue = [
  { keys: 'j', label: 'Next row', group: 'Move', on: lists },
  { keys: 'k', label: 'Previous row', group: 'Move', on: lists },
  { keys: 'n', label: 'Next failure', group: 'Move', on: lists },
  { keys: 'p', label: 'Previous failure', group: 'Move', on: lists },
  { keys: 'Enter', label: 'Open the job, or unfold the push', group: 'Move', on: lists, fixed: true },
  { keys: 'x', label: 'Select the job, or all of a push', group: 'Act', on: lists },
  { keys: 'X', label: 'Select everything from the last one to here', group: 'Act', on: lists },
  { keys: 'r', label: 'Rebuild', group: 'Act', on: jobs },
  { keys: 'R', label: 'Rebuild with a count and a priority…', group: 'Act', on: jobs },
  { keys: 'c', label: 'Cancel', group: 'Act', on: jobs },
  { keys: '+', label: 'Raise the priority', group: 'Act', on: jobs },
  { keys: '-', label: 'Lower the priority', group: 'Act', on: jobs },
  { keys: 'w', label: 'Watch, or watch no more', group: 'Act', on: ['Push', 'Build', 'Request'] },
  { keys: 'y', label: 'Copy the link to this view', group: 'Act', on: ['every page'] },
  { keys: 'z', label: 'Undo the last action, while it waits', group: 'Act', on: ['every page'] },
  { keys: 'g t', label: 'try', group: 'Go to', on: ['every page'] },
  { keys: 'g j', label: 'Self-serve log', group: 'Go to', on: ['every page'] },
  { keys: '/', label: 'Filter jobs', group: 'View', on: lists },
  { keys: 'm', label: 'List or matrix', group: 'View', on: ['Push'] },
  { keys: '?', label: 'Keyboard shortcuts', group: 'View', on: ['every page'] },
  { keys: 'Escape', label: 'Close, or leave', group: 'View', on: ['every page'], fixed: true },
] as const satisfies readonly Row[]

/** The name of a command: the keys it comes with. */
export type CommandKeys = (typeof catalogue)[number]['keys']

/** One row, for those who read it. */
export type CatalogueRow = Row & { keys: CommandKeys }

/** The rows of a group, in order. */
export const rowsOf = (group: Row['group']): readonly CatalogueRow[] =>
  catalogue.filter((row: CatalogueRow) => row.group === group)
