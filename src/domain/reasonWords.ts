/** What the agent writes as the reason of work that somebody asked for (contract, "What the agent answers"). */
const asked = /^Self-serve: (Rebuilt|Requested) by (.+)$/

/** Who asked for a request, and in which way; null for scheduled work, whose persons the farm does not tell. */
export function askerOf(reason: string | null): { how: 'rebuilt' | 'requested'; who: string } | null {
  const match = asked.exec(reason ?? '')
  const who = match?.[2]
  return who === undefined ? null : { how: match?.[1] === 'Rebuilt' ? 'rebuilt' : 'requested', who }
}
