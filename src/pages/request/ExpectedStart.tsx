import { useMemo } from 'react'
import { count, duration } from '../../domain/duration.ts'
import { expectedStart } from '../../domain/expectedStart.ts'
import type { Bounds } from '../../domain/expectedStart.ts'
import { trackWords } from '../../domain/placeWords.ts'
import type { Waiting } from '../../domain/queuePlace.ts'
import { toldStart } from '../../domain/toldStart.ts'
import type { WaitReason } from '../../domain/whyWaiting.ts'
import { useTrackRecord } from '../../parts/useTrackRecord.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { waitsOf } from '../../table/readings.ts'
import { Time } from '../../ui/Time.tsx'
import { useNow } from '../../ui/clock.ts'

/** Meant to be right 8 times in 10; what it really was is said beside. */
const bounds: Bounds = { low: 0.1, high: 0.9 }

/** `reasons`: why it waits, as far as known; a range that they contradict is not given. */
type Props = { own: Waiting; today: JobTable; branch: string; reasons: readonly WaitReason[] }

/** When a request may be claimed, by what its builder's jobs waited today, and how good such a guess would have been. */
export function ExpectedStart({ own, today, branch, reasons }: Props) {
  const now = useNow()
  const waits = useMemo(() => waitsOf(today, own.builder), [today, own.builder])
  const record = useTrackRecord(today, own.builder, bounds)
  const start = expectedStart(own, waits, now, bounds)
  if (start === null) {
    return <p>Unknown: fewer than 5 jobs of this builder that were claimed are loaded today.</p>
  }
  const told = toldStart(start, reasons, now)
  return (
    <>
      <p>
        {told.kind === 'overdue' ? (
          `Unknown: it has waited longer than nine in ten of this builder’s ${count(start.n)} jobs loaded today.`
        ) : told.kind === 'stalled' ? (
          `Unknown: others are ahead, and nothing of this kind was claimed on ${branch} for ${duration(told.seconds)}.`
        ) : (
          <>
            <From at={told.from} /> <Time at={told.to} as="clock" />, by how long this builder’s {count(start.n)} jobs
            loaded today waited; it does not know the queue
          </>
        )}
      </p>
      <p>
        {record === undefined
          ? 'Looking at how good such a range would have been…'
          : record === null
            ? 'How good such a range would have been is unknown: too few jobs for the same machines.'
            : `Such ranges for these machines, told at submit time, ${trackWords(record)}.`}
      </p>
    </>
  )
}

const From = ({ at }: { at: number | 'now' | null }) =>
  at === null ? (
    'before'
  ) : at === 'now' ? (
    'now to'
  ) : (
    <>
      <Time at={at} as="clock" /> to
    </>
  )
