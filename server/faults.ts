import { s } from '../src/contract/schema.ts'
import type { Infer } from '../src/contract/schema.ts'

/**
 * What may go wrong on the wire, as distinct from what the farm itself says:
 *
 * - `delay`: the farm acts at once, the answer leaves `ms` later
 * - `dropBefore`: the connection ends before the farm acts
 * - `dropAfter`: the farm acts, the connection ends without an answer
 * - `resetBefore`, `reset`: the same two with a TCP reset
 * - `truncate`: the farm acts, half of the answer's body comes, then the connection ends
 */
export const FaultRule = s.object({
  fault: s.enum(['delay', 'dropBefore', 'dropAfter', 'resetBefore', 'reset', 'truncate']),
  /** Only requests of this method. */
  method: s.optional(s.string()),
  /** Only this route of the API table, such as `cancelBuild`. */
  endpoint: s.optional(s.string()),
  /** Milliseconds, of `delay`. */
  ms: s.optional(s.number().check(s.nonnegative())),
  /** How many requests it strikes before it is spent; without it, all. */
  times: s.optional(s.int().check(s.positive())),
})
export type FaultRule = Infer<typeof FaultRule>

/** The first rule that strikes this request, and the rules that are left afterwards. */
export function strike(
  rules: readonly FaultRule[],
  request: { method: string; endpoint: string | null },
): { rule: FaultRule | null; left: readonly FaultRule[] } {
  const rule = rules.find(
    ({ method, endpoint }) =>
      (method === undefined || method === request.method) && (endpoint === undefined || endpoint === request.endpoint),
  )
  if (!rule?.times) return { rule: rule ?? null, left: rules }
  const worn = rule.times > 1 ? [{ ...rule, times: rule.times - 1 }] : []
  return { rule, left: rules.flatMap((other) => (other === rule ? worn : [other])) }
}
