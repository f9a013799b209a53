import type { Job } from '../../domain/job.ts'
import { tooManyRuns, usualLimits } from '../../domain/guard.ts'
import { Button } from '../../ui/Button.tsx'
import { PRIORITY_LIMIT } from '../priorityLimit.ts'
import { SpinField } from '../SpinField.tsx'
import type { useFaults } from '../useFaults.ts'

type Props = {
  jobs: readonly Job[]
  count: number
  onCount: (count: number) => void
  /** Null: each keeps that of its original. */
  priority: number | null
  onPriority: (priority: number | null) => void
  /** Where a field tells why it cannot be as it is. */
  tell: ReturnType<typeof useFaults>['tell']
}

/** How often, and how urgent. */
export function RebuildFields({ jobs, count, onCount, priority, onPriority, tell }: Props) {
  const kept = keptWords(jobs)
  return (
    <>
      <SpinField
        label="Count"
        value={count}
        min={1}
        max={usualLimits.count}
        tooMuch={tooManyRuns(usualLimits.count)}
        note="runs of each, every one a request of its own"
        onChange={onCount}
        onFault={tell('Count')}
      />
      <SpinField
        label="Priority"
        value={priority}
        unset={kept}
        min={-PRIORITY_LIMIT}
        max={PRIORITY_LIMIT}
        note={
          priority === null ? (
            kept
          ) : (
            <Button small variant="quiet" onClick={() => onPriority(null)}>
              Keep that of each original
            </Button>
          )
        }
        onChange={onPriority}
        onEmpty={() => onPriority(null)}
        onFault={tell('Priority')}
      />
    </>
  )
}

/** "that of each original: 0 to 3" */
function keptWords(jobs: readonly Job[]): string {
  const told = jobs.flatMap(({ priority }) => priority ?? [])
  if (told.length === 0) return 'that of each original, which the list does not tell'
  const least = Math.min(...told)
  const most = Math.max(...told)
  return `that of each original: ${least === most ? least : `${least} to ${most}`}`
}
