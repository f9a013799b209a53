import { useMemo } from 'react'
import { attemptStory } from '../../domain/attemptStory.ts'
import type { Job } from '../../domain/job.ts'
import { jobWord } from '../../domain/state.ts'
import { AskedBy } from '../../parts/AskedBy.tsx'
import { useJobLog } from '../../queries/jobLog.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { jobsOfBuilder } from '../../table/readings.ts'
import { Section } from '../../ui/Section.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { Time } from '../../ui/Time.tsx'
import link from '../../ui/link.module.css'
import { RunStrip } from './RunStrip.tsx'
import styles from './panel.module.css'
import { useJobClick } from './useJobClick.ts'
import { useOpenJob } from './usePushAddress.ts'

/** All runs of the job's builder at this push, old → new, where there is more than one. */
export function PanelAttempts({ table, job }: { table: JobTable; job: Job }) {
  const { hrefOf } = useOpenJob()
  const onClick = useJobClick()
  const log = useJobLog().value
  const rows = useMemo(() => jobsOfBuilder(table, job.builder), [table, job.builder])
  const story = useMemo(() => attemptStory(rows, log ?? []), [rows, log])
  if (rows.length < 2) return null
  return (
    <Section title="Attempts" aside="old → new">
      <ol className={styles.attempts}>
        {story.map((step) =>
          step.kind === 'rebuild' ? (
            <li key={`rebuild ${step.rebuild.requestIds[0]}`}>
              <AskedBy step={step} />
              <RunStrip strip={step.strip} builder={job.builder} />
            </li>
          ) : (
            <li key={step.job.key} data-key={step.job.key}>
              <StatusChip word={jobWord(step.job.state, step.job.result)} />{' '}
              {step.job.key === job.key ? (
                <span aria-current="true">this one</span>
              ) : (
                <a className={link.link} href={hrefOf(step.job.key)} onClick={onClick}>
                  {step.job.buildId === null
                    ? `request ${step.job.requests[0]?.requestId}`
                    : `build ${step.job.buildId}`}
                </a>
              )}{' '}
              <span className={styles.askedBy}>
                submitted <Time at={step.job.submitted} as="clock" />
              </span>
            </li>
          ),
        )}
      </ol>
    </Section>
  )
}
