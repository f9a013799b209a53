import { useMemo } from 'react'
import { Link } from 'react-router'
import type { Job } from '../../domain/job.ts'
import { paths } from '../../domain/paths.ts'
import { shortMaster } from '../../domain/shortNames.ts'
import { jobWord } from '../../domain/state.ts'
import { timelineOf } from '../../domain/timeline.ts'
import { AskedFor } from '../../parts/AskedFor.tsx'
import { JobActs } from '../../parts/JobActs.tsx'
import { alsoAffects } from '../../parts/alsoAffects.ts'
import { servedBy } from '../../parts/servedBy.ts'
import { useLoadedToday } from '../../queries/loadedDay.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { usualOfBuilder } from '../../table/usual.ts'
import { JobTimeline } from '../../ui/JobTimeline.tsx'
import { Section } from '../../ui/Section.tsx'
import link from '../../ui/link.module.css'
import { PanelAttempts } from './PanelAttempts.tsx'
import styles from './panel.module.css'

type Props = { table: JobTable; job: Job; branch: string }

/** What is known of the selected job, and what can be asked of it. */
export function PanelFacts({ table, job: listed, branch }: Props) {
  const today = useLoadedToday(branch)
  // The push tells its own request of a merged build; today's list tells all (contract surprise 31).
  const job = useMemo(() => ({ ...listed, requests: servedBy(listed, [today]) }), [listed, today])
  const usual = useMemo(() => (today ? usualOfBuilder(today, job.builder) : null), [today, job.builder])
  const word = jobWord(job.state, job.result)
  const others = alsoAffects(job.requests, listed.revision)
  const target = {
    buildId: job.buildId,
    requestIds: job.requests.map(({ requestId }) => requestId),
    revision: job.revision,
  }
  return (
    <>
      <p className={styles.links}>
        {job.buildId !== null && (
          <>
            <Link className={link.link} to={paths.build(branch, job.buildId)}>
              Build {job.buildId}
            </Link>
            {' · '}
          </>
        )}
        {listed.requests.map(({ requestId }, place) => (
          <span key={requestId}>
            {place > 0 && ', '}
            <Link className={link.link} to={paths.request(branch, requestId)}>
              request {requestId}
            </Link>
          </span>
        ))}
        {job.master !== null && ` · ${shortMaster(job.master)}`}
      </p>
      <div className={styles.acts}>
        <JobActs
          job={job}
          branch={branch}
          what={job.buildId === null ? `request ${target.requestIds[0]}` : `build ${job.buildId}`}
          keys={false}
        />
      </div>
      {others !== null && <p className={styles.links}>Also serves {others}: a cancel takes its build from them too.</p>}
      <Section title="Timeline">
        <JobTimeline
          timeline={timelineOf(job)}
          word={word}
          usual={{ waiting: usual?.waiting ?? null, running: usual?.running ?? null }}
        />
      </Section>
      <PanelAttempts table={table} job={listed} />
      <AskedFor target={target} />
    </>
  )
}
