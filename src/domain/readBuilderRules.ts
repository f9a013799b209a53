import { builderKinds } from './builderRules.ts'
import type { BuilderRules } from './builderRules.ts'

/** Texts in a row of each table, the pattern included. */
const widths = {
  architectures: 2,
  platforms: 3,
  variants: 2,
  types: 2,
  jobs: 3,
  modifiers: 2,
  talosGroups: 3,
  suites: 4,
} as const

function problemOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return 'not an object'
  const tables = new Map<string, unknown>(Object.entries(value))
  if (typeof tables.get('usualType') !== 'string') return 'usualType is not a text'
  for (const [table, width] of Object.entries(widths)) {
    const rows = tables.get(table)
    // Rules from before there were any.
    if (table === 'architectures' && rows === undefined) continue
    if (!Array.isArray(rows)) return `${table} is not a list`
    for (const [index, row] of rows.entries()) {
      const place = `${table}, row ${index + 1}`
      if (!Array.isArray(row) || row.length !== width) return `${place}: not ${width} texts`
      const texts = row.filter((text) => typeof text === 'string')
      const [pattern = '', second = ''] = texts
      if (texts.length !== width) return `${place}: not ${width} texts`
      if (table === 'jobs' && !builderKinds.some((kind) => kind === second)) return `${place}: no kind "${second}"`
      try {
        RegExp(pattern, 'i')
      } catch {
        return `${place}: "${pattern}" is not a regular expression`
      }
    }
  }
  return null
}

/** Reads the rules a site has put in place of ours, or says in words which row is wrong. Unknown tables are ignored. */
export function readBuilderRules(value: unknown): { rules: BuilderRules } | { problem: string } {
  const problem = problemOf(value)
  // Every table, width, text, kind and pattern of the type was looked at above.
  return problem === null ? { rules: value as BuilderRules } : { problem }
}
