import type { JobTable } from './jobTable.ts'

/** Names of all builders of a table, each once. */
export const buildersOf = ({ columns, strings }: JobTable): readonly string[] =>
  Array.from(new Set(columns.builder), (id) => strings[id] ?? '').filter((name) => name !== '')
