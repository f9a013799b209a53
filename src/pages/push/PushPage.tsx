import { useParams } from 'react-router'
import { branchOf } from '../../domain/paths.ts'
import { shortRevision } from '../../domain/revision.ts'
import { JobDialogs } from '../../parts/JobDialogs.tsx'
import { RefreshFailed } from '../../parts/RefreshFailed.tsx'
import { useRememberBranch } from '../../parts/useRememberBranch.ts'
import { mayLack, usePush } from '../../queries/push.ts'
import { pushAt, pushOfRevision } from '../../table/push.ts'
import type { Push } from '../../table/push.ts'
import page from '../../ui/page.module.css'
import { MissingPush } from './MissingPush.tsx'
import { PushScreen } from './PushScreen.tsx'
import { useChangedAt } from '../../parts/useChangedAt.ts'

const hasBegun = ({ rows, counts }: Push): boolean => counts.pending < rows

/** `/:branch/rev/:revision`: all the work of a revision on a branch, its verdict, and what can be asked of it. */
export function Component() {
  const params = useParams()
  const branch = branchOf(params['branch'] ?? '')
  const given = params['revision'] ?? ''
  const revision = /^[0-9a-f]{12,40}$/i.test(given) ? shortRevision(given) : null
  const changedAt = useChangedAt(branch, revision)
  const reading = usePush(branch, revision, changedAt)
  const { table } = reading
  const push = table && revision !== null ? pushOfRevision(table, revision) : null
  useRememberBranch(branch, push !== null)
  // What had begun stays known for ever; what only waited leaves nothing behind once it is cancelled.
  const gone = table !== null && push !== null && reading.failure?.kind === 'notFound' && !hasBegun(pushAt(table, push))
  return (
    <div className={page.page}>
      {table && push !== null && revision !== null && !gone ? (
        <>
          <RefreshFailed what={`push ${revision}`} reading={reading} />
          <PushScreen
            key={revision}
            table={table}
            index={push}
            branch={branch}
            revision={revision}
            given={given}
            changedAt={mayLack(reading.at, changedAt) ? changedAt : null}
          />
        </>
      ) : (
        <MissingPush given={given} valid={revision !== null} branch={branch} reading={reading} />
      )}
      <JobDialogs />
    </div>
  )
}
