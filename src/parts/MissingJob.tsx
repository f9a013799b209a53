import { Link } from 'react-router'
import { paths } from '../domain/paths.ts'
import type { One } from '../queries/single.ts'
import { useBranches } from '../queries/branches.ts'
import { ErrorPanel, LoadingRows, NotKnownPanel } from '../ui/panels.tsx'
import { UnknownBranch } from '../ui/UnknownBranch.tsx'
import { failureSentence } from '../ui/failureText.ts'
import { useClockText } from '../ui/zone.ts'
import link from '../ui/link.module.css'
import page from '../ui/page.module.css'

type Props = {
  kind: 'build' | 'request'
  /** The id as the address has it. */
  given: string
  branch: string
  reading: Pick<One<unknown>, 'failure' | 'failingSince' | 'refetch'>
  /** Whether the address names an id at all. */
  valid: boolean
}

/** What stands in place of a build or request: still loading, never known, or not to be had now. */
export function MissingJob({ kind, given, branch, reading, valid }: Props) {
  const { failure, failingSince, refetch } = reading
  const clock = useClockText()
  const branches = useBranches()
  const missing = valid && failure?.kind === 'notFound'
  if (missing && branches.length > 0 && !branches.includes(branch))
    return <UnknownBranch branch={branch} branches={branches} />
  return (
    <>
      <header className={page.head}>
        <h1>
          {kind === 'build' ? 'Build' : 'Request'} {given}
        </h1>
      </header>
      {!valid ? (
        <NotKnownPanel title={`No such ${kind}`}>The number of a {kind} is a whole number.</NotKnownPanel>
      ) : missing ? (
        <NotKnownPanel title={`No ${kind} ${given} on ${branch}`} onLook={refetch}>
          The server knows no such {kind} on this branch; it may belong to another one.{' '}
          <Link className={link.link} to={paths.queue(branch)}>
            To the queue
          </Link>
        </NotKnownPanel>
      ) : failure ? (
        <ErrorPanel
          title={`Could not load ${kind} ${given}`}
          cause={failureSentence(failure)}
          since={failingSince === null ? undefined : clock(failingSince / 1000)}
          kept="Nothing is shown yet."
          onRetry={refetch}
        />
      ) : (
        <LoadingRows rows={6} label={`Loading ${kind} ${given}`} />
      )}
    </>
  )
}
