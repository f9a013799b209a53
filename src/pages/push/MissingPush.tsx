import { Link } from 'react-router'
import { paths } from '../../domain/paths.ts'
import { shortRevision } from '../../domain/revision.ts'
import { several } from '../../parts/several.ts'
import { usePageTitle } from '../../parts/usePageTitle.ts'
import { useBranches } from '../../queries/branches.ts'
import type { PushList } from '../../queries/push.ts'
import { pushAt, pushOfRevision } from '../../table/push.ts'
import { UnknownBranch } from '../../ui/UnknownBranch.tsx'
import { failureSentence } from '../../ui/failureText.ts'
import { useClockText } from '../../ui/zone.ts'
import link from '../../ui/link.module.css'
import page from '../../ui/page.module.css'
import { ErrorPanel, LoadingRows, NotKnownPanel } from '../../ui/panels.tsx'

type Props = { given: string; valid: boolean; branch: string; reading: PushList }

/** What stands in place of a push: still loading, nothing known of it, or not to be had now. */
export function MissingPush({ given, valid, branch, reading: { table, failure, failingSince, at, refetch } }: Props) {
  const branches = useBranches()
  const clock = useClockText()
  const name = valid ? shortRevision(given) : given
  usePageTitle({ title: `${name} · ${branch}` })
  // A list that arrived without the revision says the same as a 404.
  const index = table && valid ? pushOfRevision(table, name) : null
  const known = table && index !== null ? pushAt(table, index).rows : 0
  const missing = valid && (failure?.kind === 'notFound' || table !== null)
  if (missing && branches.length > 0 && !branches.includes(branch))
    return <UnknownBranch branch={branch} branches={branches} />
  return (
    <>
      <header className={page.head}>
        <h1>Push {name}</h1>
      </header>
      {!valid ? (
        <NotKnownPanel title="No such revision">A revision is 12 to 40 characters of 0 to 9 and a to f.</NotKnownPanel>
      ) : missing ? (
        <NotKnownPanel title="No jobs known at this revision" onLook={refetch}>
          {known > 0 && at !== null
            ? `At ${clock(at / 1000)} ${several(known, 'job')} of it waited: all were cancelled before they started.`
            : `It never existed on ${branch}, or all its jobs were cancelled before they started.`}{' '}
          <Link className={link.link} to={paths.queue(branch)}>
            To the queue
          </Link>
        </NotKnownPanel>
      ) : failure ? (
        <ErrorPanel
          title={`Could not load push ${name}`}
          cause={failureSentence(failure)}
          since={failingSince === null ? undefined : clock(failingSince / 1000)}
          kept="Nothing is shown yet."
          onRetry={refetch}
        />
      ) : (
        <LoadingRows rows={10} label={`Loading push ${name}`} />
      )}
    </>
  )
}
