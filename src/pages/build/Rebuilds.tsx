import { useMemo } from 'react'
import { Link } from 'react-router'
import { useActions } from '../../actions/store.ts'
import { attemptStory } from '../../domain/attemptStory.ts'
import type { AttemptStep } from '../../domain/attemptStory.ts'
import type { Job } from '../../domain/job.ts'
import { ownRebuilds } from '../../domain/ownRebuilds.ts'
import type { OwnRebuild } from '../../domain/ownRebuilds.ts'
import { paths } from '../../domain/paths.ts'
import { jobWord } from '../../domain/state.ts'
import { AskedBy } from '../../parts/AskedBy.tsx'
import { jobPath } from '../../parts/jobLinks.ts'
import type { Named } from '../../parts/jobLinks.ts'
import { isSame } from '../../parts/servedBy.ts'
import { useJobLog } from '../../queries/jobLog.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { attemptsAt } from '../../table/readings.ts'
import { Section } from '../../ui/Section.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { Time } from '../../ui/Time.tsx'
import link from '../../ui/link.module.css'
import styles from './build.module.css'

/** `table`: a list at hand that may show other attempts at the same work. */
type Props = { job: Job; table: JobTable | null; branch: string }

/** What was rebuilt of a build, and what it came of itself: by a list at hand, else by what was asked for here. */
export function Rebuilds({ job, table, branch }: Props) {
  const log = useJobLog().value
  const actions = useActions()
  const rows = useMemo(() => (table ? attemptsAt(table, [job]) : []), [table, job])
  const story = useMemo(() => attemptStory(rows, log ?? []), [rows, log])
  const listed = new Set(rows.flatMap(({ requests }) => requests.map(({ requestId }) => requestId)))
  const own = ownRebuilds(actions, job).filter(({ requestIds }) => !requestIds.every((id) => listed.has(id)))
  if (own.length === 0 && !story.some(({ kind }) => kind === 'rebuild')) return null
  const about = { self: job, branch }
  return (
    <Section title="Rebuilds" aside="old → new">
      <ol>
        {story.map((step) =>
          step.kind === 'run' ? (
            <li key={step.job.key} className={styles.attempt}>
              <Run job={step.job} {...about} /> submitted <Time at={step.job.submitted} as="clock" />
            </li>
          ) : (
            <li key={`rebuild ${step.rebuild.requestIds[0]}`} className={styles.attempt}>
              <ListedRebuild step={step} {...about} />
            </li>
          ),
        )}
        {own.map((rebuild) => (
          <li key={rebuild.id} className={styles.attempt}>
            <NotListed rebuild={rebuild} {...about} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** `self`: the build of the page. */
type About = { self: Job; branch: string }

function ListedRebuild({ step, ...about }: About & { step: Extract<AttemptStep, { kind: 'rebuild' }> }) {
  const { of, strip } = step
  const [meant] = of
  const toCome = strip.of - strip.runs.length
  return (
    <>
      <AskedBy step={step} />
      {meant && of.length === 1 && (
        <>
          , of <Work job={meant} {...about} />
        </>
      )}
      <ul>
        {strip.runs.map((run) => (
          <li key={run.key}>
            <Run job={run} {...about} />
          </li>
        ))}
        {toCome > 0 && <li>{toCome} not listed yet</li>}
      </ul>
    </>
  )
}

/** A rebuild of this browser's, of which no list at hand shows the runs. */
function NotListed({ rebuild, ...about }: About & { rebuild: OwnRebuild }) {
  const { at, job, of, requestIds } = rebuild
  return (
    <>
      rebuilt by you <Time at={at} as="clock" />
      {job !== null && (
        <>
          {' ('}
          <Link className={link.link} to={paths.job(job)}>
            job {job}
          </Link>
          )
        </>
      )}
      , of <Work job={'buildId' in of ? { ...of, requests: [] } : { buildId: null, requests: [of] }} {...about} />
      <ul>
        {requestIds.map((requestId) => (
          <li key={requestId}>
            <Work job={{ buildId: null, requests: [{ requestId }] }} {...about} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Run({ job, self, branch }: About & { job: Job }) {
  return (
    <>
      <StatusChip word={jobWord(job.state, job.result)} />{' '}
      {isSame(job, self) ? <span aria-current="true">this one</span> : <Work job={job} self={self} branch={branch} />}
    </>
  )
}

/** A link to a build, or to a request while it has none; the build of the page needs none. */
function Work({ job, self, branch }: About & { job: Named }) {
  if (job.buildId !== null && job.buildId === self.buildId) return <span aria-current="true">this one</span>
  return (
    <Link className={link.link} to={jobPath(branch, job)}>
      {job.buildId === null ? `request ${job.requests[0]?.requestId}` : `build ${job.buildId}`}
    </Link>
  )
}
