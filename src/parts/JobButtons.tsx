import { ask } from '../actions/outbox.ts'
import { keysOf } from '../commands/keymap.ts'
import type { Job } from '../domain/job.ts'
import { whyNot } from '../domain/whyNot.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { copyText } from '../ui/Copyable.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { MenuItem } from '../ui/Menu.tsx'
import { disarm, pressCancel, useIsArmed } from './cancelPress.ts'
import { openJobDialog } from './jobDialog.ts'
import { apiOfPage, jobCurl, jobPath } from './jobLinks.ts'

type Props = {
  job: Job
  branch: string
  /** Of the push the job is shown in. */
  revision: string | null
  signedOut: boolean
}

/** What can be asked of a job, on its row. Each stays in its place: what cannot be done now says why. */
export function JobButtons({ job, branch, revision, signedOut }: Props) {
  const context = { signedOut, branch }
  const noRebuild = whyNot('rebuild', job, context)
  const armed = useIsArmed(job.key)
  return (
    <>
      <Button
        small
        variant={armed ? 'danger' : 'quiet'}
        reason={whyNot('cancel', job, context)}
        onClick={() => pressCancel(job, branch, revision)}
        onBlur={disarm}
      >
        Cancel
      </Button>
      <Button small variant="quiet" reason={noRebuild} onClick={() => ask('rebuild', job, branch)}>
        Rebuild
      </Button>
      <IconButton
        small
        icon="down"
        label="Rebuild…"
        reason={noRebuild}
        onClick={() => openJobDialog({ kind: 'rebuild', job, branch })}
      />
      <Menu
        label="More…"
        icon="more"
        small
        variant="quiet"
        align="end"
        items={() => moreItems(job, branch, whyNot('reprioritize', job, context))}
      />
    </>
  )
}

function moreItems(job: Job, branch: string, noPriority: string | null): MenuItem[] {
  const curl = jobCurl(branch, job, location.origin, apiOfPage())
  return [
    {
      label: 'Raise priority',
      shortcut: keysOf('+'),
      reason: noPriority,
      onSelect: () => void ask('raise', job, branch),
    },
    {
      label: 'Lower priority',
      shortcut: keysOf('-'),
      reason: noPriority,
      onSelect: () => void ask('lower', job, branch),
    },
    {
      label: 'Set priority…',
      reason: noPriority,
      onSelect: () => openJobDialog({ kind: 'priority', job, branch }),
    },
    {
      label: 'Copy permalink',
      onSelect: () => void copyText(`${location.origin}${jobPath(branch, job)}`),
    },
    ...(curl === null ? [] : [{ label: 'Copy as curl', detail: curl, onSelect: () => void copyText(curl) }]),
  ]
}
