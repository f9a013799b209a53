import { useMemo } from 'react'
import type { SingleRequest } from '../../contract/records.ts'
import { effectWords } from '../../domain/placeWords.ts'
import { passes, queuePlace } from '../../domain/queuePlace.ts'
import type { QueuePlace, Waiting } from '../../domain/queuePlace.ts'
import { requestWord } from '../../domain/requestWord.ts'
import type { WaitingNow } from '../../domain/waitingNow.ts'
import type { StepWords } from '../../parts/JobActs.tsx'
import { useWaitingNow } from '../../parts/useWaitingNow.ts'
import type { One } from '../../queries/single.ts'
import type { JobTable } from '../../table/jobTable.ts'

/** A waiting request among all that wait. */
export type Placed = { own: Waiting; place: QueuePlace<WaitingNow>; steps: StepWords }

/**
 * Where a request waits; `placed` is null while that is not known, or it does not wait. Who waits is what the farm says
 * now, on all branches; its own priority is told by itself, the others' by the branch's loaded day as far as there is one.
 */
export function usePlace(
  request: SingleRequest,
  today: JobTable | null,
): { placed: Placed | null; reading: One<unknown> } {
  const waits = requestWord(request) === 'pending'
  const { waiting, reading } = useWaitingNow(today, waits)
  const { request_id: requestId, buildername: builder, priority, submittime: submitted } = request
  const placed = useMemo(() => {
    if (!waits || waiting === null) return null
    const own = { requestId, builder, priority, submitted }
    const step = (by: number) => effectWords(passes(own, priority + by, waiting))
    return { own, place: queuePlace(own, waiting), steps: { raise: step(1), lower: step(-1) } }
  }, [waits, waiting, requestId, builder, priority, submitted])
  return { placed, reading }
}
