import { useParams } from 'react-router'
import { RefreshFailed } from '../../parts/RefreshFailed.tsx'
import { usePageTitle } from '../../parts/usePageTitle.ts'
import { idOf, paths } from '../../domain/paths.ts'
import { useJobRequest } from '../../queries/jobLog.ts'
import { ErrorPanel, LoadingRows, NotKnownPanel } from '../../ui/panels.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { failureSentence } from '../../ui/failureText.ts'
import page from '../../ui/page.module.css'
import link from '../../ui/link.module.css'
import { JobFacts } from './JobFacts.tsx'
import { OwnAction } from './OwnAction.tsx'

/** `/jobs/:job`: one entry of the self-serve log. */
export function Component() {
  const given = useParams()['job'] ?? ''
  const id = idOf(given)
  usePageTitle({ title: `Job ${given}` })
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>Job {given}</h1>
        <a className={link.link} href={paths.log()}>
          The whole log
        </a>
      </header>
      {id === null ? (
        <NotKnownPanel title="No such job">A job’s number is a whole number.</NotKnownPanel>
      ) : (
        <JobOf key={id} id={id} />
      )}
    </div>
  )
}

function JobOf({ id }: { id: number }) {
  const reading = useJobRequest(id)
  const { value: entry, failure, refetch } = reading
  if (entry === null) {
    if (failure?.kind === 'notFound')
      return <NotKnownPanel title="No such job">The log of the server holds no job {id}.</NotKnownPanel>
    return failure ? (
      <ErrorPanel title={`Could not load job ${id}`} cause={failureSentence(failure)} onRetry={refetch} />
    ) : (
      <LoadingRows rows={4} label={`Loading job ${id}`} />
    )
  }
  return (
    <>
      <RefreshFailed what={`job ${id}`} reading={reading} />
      <div data-dims="" className={page.narrow}>
        <JobFacts entry={entry} />
        <OwnAction id={id} entry={entry} />
        <PropertyList title="What was asked for, as the log has it" properties={entry.what} />
      </div>
    </>
  )
}
