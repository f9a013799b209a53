import { useId } from 'react'
import type { Job } from '../../domain/job.ts'
import { usualLimits } from '../../domain/guard.ts'
import { Button } from '../../ui/Button.tsx'
import { Spinbox } from '../../ui/Spinbox.tsx'
import dialogs from '../dialogs.module.css'
import { PRIORITY_LIMIT } from '../priorityLimit.ts'

type Props = {
  jobs: readonly Job[]
  count: number
  onCount: (count: number) => void
  /** Null: each keeps that of its original. */
  priority: number | null
  onPriority: (priority: number | null) => void
}

/** How often, and how urgent. */
export function RebuildFields({ jobs, count, onCount, priority, onPriority }: Props) {
  const countId = useId()
  const priorityId = useId()
  const kept = keptWords(jobs)
  return (
    <>
      <div className={dialogs.field}>
        <label htmlFor={countId}>Count</label>
        <Spinbox id={countId} label="Count" value={count} min={1} max={usualLimits.count} onChange={onCount} />
        <span className={dialogs.note}>runs of each, every one a request of its own</span>
      </div>
      <div className={dialogs.field}>
        <label htmlFor={priorityId}>Priority</label>
        <Spinbox
          id={priorityId}
          label="Priority"
          value={priority}
          unset={kept}
          min={-PRIORITY_LIMIT}
          max={PRIORITY_LIMIT}
          onChange={onPriority}
        />
        <span className={dialogs.note}>
          {priority === null ? (
            kept
          ) : (
            <Button small variant="quiet" onClick={() => onPriority(null)}>
              Keep that of each original
            </Button>
          )}
        </span>
      </div>
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
