import type { JobRequest } from '../contract/records.ts'
import type { ActionRecord } from '../domain/action.ts'
import { phaseOf } from '../domain/actionLife.ts'
import { PATIENCE } from '../domain/actionState.ts'
import { outcomeOf } from '../domain/logEntries.ts'
import { duration } from '../domain/duration.ts'
import { PhaseTrack } from '../ui/PhaseTrack.tsx'
import { useNow } from '../ui/clock.ts'

type Props = {
  entry: JobRequest
  /** The action of this browser that it is, where it is one. */
  own?: ActionRecord | undefined
}

/**
 * How far an entry of the log came, its outcome, and the first of the agent's words. Nobody's browser saw it through, so
 * it never reads *seen*. Whoever asked was told more where the agent was never given it.
 */
export function AgentAnswer({ entry, own }: Props) {
  const outcome = outcomeOf(entry)
  if (outcome === 'open' && own && phaseOf(own) === 'never handed over') {
    return (
      <PhaseTrack phase="never handed over" steps={own.steps}>
        it stays open for ever
      </PhaseTrack>
    )
  }
  if (outcome === 'open') {
    return (
      <PhaseTrack phase="accepted">
        <Silence since={entry.when} />
      </PhaseTrack>
    )
  }
  const [first, ...more] = (entry.complete_data?.body.msg ?? '').trim().split('\n')
  return (
    <PhaseTrack phase={outcome === 'did it' ? 'acted on' : outcome}>
      {outcome === 'did it' && 'did it '}
      {first && <code>{first}</code>}
      {more.length > 0 && ` and ${more.length} more`}
    </PhaseTrack>
  )
}

/** By the server's clock, like the entry's own time. */
function Silence({ since }: { since: number }) {
  const silent = useNow() - since
  return (
    <>
      the agent has not answered for {duration(silent)}
      {silent >= PATIENCE / 1000 && ': probably orphaned'}
    </>
  )
}
