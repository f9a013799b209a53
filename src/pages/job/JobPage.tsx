import { Link, useParams } from 'react-router'
import { AgentAnswer } from '../../parts/AskedFor.tsx'
import { RefreshFailed } from '../../parts/RefreshFailed.tsx'
import { usePageTitle } from '../../parts/usePageTitle.ts'
import { askedWords } from '../../domain/askedFor.ts'
import { idOf, paths } from '../../domain/paths.ts'
import { valueText } from '../../domain/shortNames.ts'
import { useJobRequest } from '../../queries/jobLog.ts'
import { ErrorPanel, LoadingRows, NotKnownPanel } from '../../ui/panels.tsx'
import { PropertyList } from '../../ui/PropertyList.tsx'
import { Section } from '../../ui/Section.tsx'
import { Time } from '../../ui/Time.tsx'
import { failureSentence } from '../../ui/failureText.ts'
import page from '../../ui/page.module.css'
import link from '../../ui/link.module.css'

/** `/jobs/:job`: one entry of the self-serve log. */
export function Component() {
  const given = useParams()['job'] ?? ''
  const id = idOf(given)
  usePageTitle({ title: `Job ${given}` })
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>Job {given}</h1>
      </header>
      {id === null ? (
        <NotKnownPanel title="No such job">A job’s number is a whole number.</NotKnownPanel>
      ) : (
        <JobOf id={id} />
      )}
    </div>
  )
}

function JobOf({ id }: { id: number }) {
  const reading = useJobRequest(id)
  const { value: data, failure, refetch } = reading
  if (data === null) {
    if (failure?.kind === 'notFound')
      return <NotKnownPanel title="No such job">The log of the server holds no job {id}.</NotKnownPanel>
    return failure ? (
      <ErrorPanel title={`Could not load job ${id}`} cause={failureSentence(failure)} onRetry={refetch} />
    ) : (
      <LoadingRows rows={4} label={`Loading job ${id}`} />
    )
  }
  const answer = data.complete_data?.body
  return (
    <>
      <RefreshFailed what={`job ${id}`} reading={reading} />
      <div data-dims="" className={page.narrow}>
        <Section title={askedWords(data)}>
          <dl className={page.facts}>
            <dt>Asked by</dt>
            <dd>{data.who ?? 'not told'}</dd>
            <dt>Asked</dt>
            <dd>
              <Time at={data.when} as="full" />
            </dd>
            <dt>Acted on</dt>
            <dd>{data.completed_at === null ? 'not yet' : <Time at={data.completed_at} as="full" />}</dd>
            <dt>Outcome</dt>
            <dd>
              <AgentAnswer entry={data} />
            </dd>
            {answer?.msg && (
              <>
                <dt>The agent’s words</dt>
                <dd>
                  <pre className={page.words}>{answer.msg}</pre>
                </dd>
              </>
            )}
          </dl>
        </Section>
        {data.completed_at === null && (
          <p className={page.note}>
            Nothing has happened yet. The agent usually answers within seconds; a job whose hand-over failed stays open
            for ever.
          </p>
        )}
        <PropertyList title="What was asked for" properties={data.what} />
        <About what={data.what} />
      </div>
    </>
  )
}

/** The log names no branch with a build or request: only a revision can be linked. */
function About({ what }: { what: Readonly<Record<string, unknown>> }) {
  const branch = what['branch'] === undefined ? null : valueText(what['branch']).replace(/-selfserve$/, '')
  if (!branch) return null
  return (
    <p className={page.note}>
      To the queue of{' '}
      <Link className={link.link} to={paths.queue(branch)}>
        {branch}
      </Link>
    </p>
  )
}
