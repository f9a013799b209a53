/** What the agent's answer comes to. Only `did it` goes on to be seen. */
export type AgentVerdict = 'did it' | 'nothing to do' | 'refused' | 'failed'

/**
 * One line of the agent's words. A cancel of many writes one line per request, with its id in front.
 * A line that no rule knows is taken for done: what is then looked for in the farm's data decides.
 */
function lineVerdict(line: string): AgentVerdict {
  const words = line.replace(/^\d+:\s*/, '')
  if (/not stopping unstoppable/i.test(words)) return 'refused'
  if (/^error\b/i.test(words)) return 'failed'
  if (/nothing to do|^no builds to create/i.test(words)) return 'nothing to do'
  return 'did it'
}

/**
 * Done is not success (contract surprise 17): an answer without `errors` may still have changed nothing.
 * An empty message and `No builds to create` are nothing to do; of several lines the best counts, since some of it
 * was done; `errors: true` is a failure whatever the words.
 */
export function agentVerdict(answer: { errors: boolean; msg: string | null }): AgentVerdict {
  if (answer.errors) return 'failed'
  const verdicts = (answer.msg ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(lineVerdict)
  const ranked = ['did it', 'failed', 'refused', 'nothing to do'] as const
  return ranked.find((verdict) => verdicts.includes(verdict)) ?? 'nothing to do'
}
