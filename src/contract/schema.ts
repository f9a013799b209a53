import * as z from 'zod/mini'

// zod otherwise probes `new Function`, which our Content-Security-Policy reports as a violation.
z.config({ jitless: true })

/** The schema library, named in this file alone. Exported as a name, not as a value: a value would keep all of it (85 kB gzip). */
export { z as s }

/** A schema of any shape. */
export type Schema<T = unknown> = z.ZodMiniType<T>

/** What a schema yields. */
export type Infer<S extends z.ZodMiniType> = z.infer<S>

/** The first place where a value does not fit: `field` is a dotted path such as `3.requests.0.priority`. */
export type Misfit = { field: string; expected: string }

/** A value held against a schema: the typed value, or the first misfit. Never throws. */
export function read<T>(schema: Schema<T>, value: unknown): { ok: true; value: T } | { ok: false; misfit: Misfit } {
  const result = z.safeParse(schema, value)
  if (result.success) return { ok: true, value: result.data }
  const first = result.error.issues[0]
  const { path, issue } = first ? innermost(first) : { path: [], issue: null }
  const field = path.map(String).join('.')
  return {
    ok: false,
    misfit: { field: field || '(whole answer)', expected: issue ? describe(issue) : 'another shape' },
  }
}

/** Of a union, the shape with the fewest misfits is the one that was meant: its field is named, not the union. */
function innermost(issue: z.core.$ZodIssue): { path: PropertyKey[]; issue: z.core.$ZodIssue } {
  const shapes = issue.code === 'invalid_union' ? issue.errors : []
  const [first] = shapes.reduce((best, shape) => (best.length > 0 && best.length <= shape.length ? best : shape), [])
  if (!first) return { path: issue.path, issue }
  const inner = innermost(first)
  return { path: [...issue.path, ...inner.path], issue: inner.issue }
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  return issue.message || issue.code.replaceAll('_', ' ')
}
