import { useMemo } from 'react'
import { ask } from '../actions/outbox.ts'
import { useActionsFor } from '../actions/store.ts'
import { useCommands } from '../commands/registry.ts'
import type { Job } from '../domain/job.ts'
import type { Watched } from '../domain/watched.ts'
import { whyNot } from '../domain/whyNot.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { announce } from '../ui/announce.ts'
import page from '../ui/page.module.css'
import { CopyMenu } from './CopyMenu.tsx'
import { JobAsked } from './JobAsked.tsx'
import { disarm, pressCancel, useIsArmed } from './cancelPress.ts'
import { copiesOf } from './copyAs.ts'
import { openJobDialog } from './jobDialog.ts'
import { apiOfPage } from './jobLinks.ts'
import { useSignedOut } from './useSignedOut.ts'
import { WatchButton } from './WatchButton.tsx'

/** "passes 212 requests", "lets 14 requests pass" */
export type StepWords = { raise: string; lower: string }

type Props = {
  job: Job
  branch: string
  /** "build 5", "request 7" */ what: string
  /** What one step of priority would do, in words. */ steps?: StepWords | undefined
  /** False where the page's keys are another's. */
  keys?: boolean
}

const watchedOf = ({ buildId, requests }: Job, branch: string): Watched =>
  buildId === null
    ? { kind: 'request', branch, id: requests[0]?.requestId ?? 0 }
    : { kind: 'build', branch, id: buildId }

/** What can be asked of the one job of a page, by button and by key, and how far the last thing asked came. */
export function JobActs({ job, branch, what, steps, keys = true }: Props) {
  const context = { signedOut: useSignedOut(), branch }
  const noCancel = whyNot('cancel', job, context)
  const noRebuild = whyNot('rebuild', job, context)
  const noPriority = whyNot('reprioritize', job, context)
  const hasEnded = job.state !== 'pending' && job.state !== 'running'
  const armed = useIsArmed(job.key)
  const actions = useActionsFor(
    useMemo(() => ({ buildId: job.buildId, requestIds: job.requests.map((request) => request.requestId) }), [job]),
  )
  const unless = (reason: string | null, run: () => void) => () => (reason === null ? run() : announce(reason))
  const commands = [
    { keys: 'r', run: unless(noRebuild, () => ask('rebuild', job, branch)) },
    { keys: 'R', run: unless(noRebuild, () => openJobDialog({ kind: 'rebuild', job, branch })) },
    { keys: 'c', run: unless(noCancel, () => pressCancel(job, branch, job.revision)) },
    { keys: '+', run: unless(noPriority, () => ask('raise', job, branch)) },
    { keys: '-', run: unless(noPriority, () => ask('lower', job, branch)) },
  ] as const
  useCommands(keys ? commands : [])
  return (
    <>
      <JobAsked job={job} revision={job.revision} actions={actions} />
      <div className={page.acts} role="group" aria-label={`Actions on ${what}`}>
        <Button variant="primary" reason={noRebuild} onClick={() => ask('rebuild', job, branch)}>
          Rebuild
        </Button>
        <Button reason={noRebuild} onClick={() => openJobDialog({ kind: 'rebuild', job, branch })}>
          Rebuild…
        </Button>
        <Button
          variant={armed ? 'danger' : 'normal'}
          reason={noCancel}
          aria-label={`Cancel ${what}`}
          onClick={() => pressCancel(job, branch, job.revision)}
          onBlur={disarm}
        >
          Cancel
        </Button>
        <span className={page.priority}>
          priority
          <IconButton
            icon="minus"
            label="Lower priority"
            title={steps && `Lower priority by 1: ${steps.lower}`}
            reason={noPriority}
            onClick={() => ask('lower', job, branch)}
          />
          <Button
            variant="quiet"
            aria-label="Set priority…"
            reason={noPriority}
            onClick={() => openJobDialog({ kind: 'priority', job, branch })}
          >
            {job.priority ?? '?'}
          </Button>
          <IconButton
            icon="plus"
            label="Raise priority"
            title={steps && `Raise priority by 1: ${steps.raise}`}
            reason={noPriority}
            onClick={() => ask('raise', job, branch)}
          />
        </span>
        <WatchButton
          watch={watchedOf(job, branch)}
          reason={hasEnded ? 'It has ended: nothing to wait for' : null}
          keys={keys}
        />
        <CopyMenu copies={copiesOf(job, branch, location.origin, apiOfPage())} />
      </div>
    </>
  )
}
