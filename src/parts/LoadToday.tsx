import { useState } from 'react'
import type { ReactNode } from 'react'
import { useLoadedToday } from '../queries/loadedDay.ts'
import { useQueue } from '../queries/queue.ts'
import { Button } from '../ui/Button.tsx'
import { failureText } from '../ui/failureText.ts'
import page from '../ui/page.module.css'

/** `children`: what only the queue of today would tell here. */
type Props = { branch: string; children: ReactNode }

/**
 * Offers to load the queue of today where none is loaded; never loads it by itself, since a day may be many megabytes.
 * Once asked for it is kept fresh as on the Queue, for as long as this stands, and found by `useLoadedToday`.
 */
export function LoadToday({ branch, children }: Props) {
  const [asked, setAsked] = useState(false)
  const today = useLoadedToday(branch)
  if (asked) return <Loading branch={branch} />
  if (today !== null) return null
  return (
    <p className={page.note}>
      {children}{' '}
      <Button small onClick={() => setAsked(true)}>
        Load the queue of {branch}
      </Button>{' '}
      A day may be many megabytes, and is read again each minute while this is open.
    </p>
  )
}

function Loading({ branch }: { branch: string }) {
  const { status, failure, refetch } = useQueue(branch, null)
  if (status === 'ready') return null
  return (
    <p className={page.note} role="status">
      {failure === null ? (
        `Loading the queue of ${branch}…`
      ) : (
        <>
          The queue of {branch} could not be read. {failureText(failure)}{' '}
          <Button small onClick={refetch}>
            Try again
          </Button>
        </>
      )}
    </p>
  )
}
