import { useMemo, useState } from 'react'
import { manyRuns } from '../../domain/attemptStory.ts'
import type { Job } from '../../domain/job.ts'
import { AskedBy } from '../../parts/AskedBy.tsx'
import { useJobLog } from '../../queries/jobLog.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { rebuiltWork } from '../../table/rebuilds.ts'
import link from '../../ui/link.module.css'
import { RunStrip } from './RunStrip.tsx'
import styles from './panel.module.css'

/** Rebuilds shown before the rest is asked for: the newest. */
const FIRST = 3

/** What comes of rebuilds of several runs at this push; nothing where there are none, and then the log is not read. */
export function RebuildStrips({ table, revision }: { table: JobTable; revision: string }) {
  const jobs = useMemo(
    () => rebuiltWork(table).filter(({ requests }) => requests.some((request) => request.revision === revision)),
    [table, revision],
  )
  return jobs.length > 0 ? <Strips jobs={jobs} /> : null
}

function Strips({ jobs }: { jobs: readonly Job[] }) {
  const [all, setAll] = useState(false)
  const log = useJobLog().value
  const rebuilds = useMemo(() => manyRuns(jobs, log ?? []).toReversed(), [jobs, log])
  if (rebuilds.length === 0) return null
  const shown = all ? rebuilds : rebuilds.slice(0, FIRST)
  return (
    <section className={styles.rebuilds} aria-label="Rebuilds of several runs">
      <ul>
        {shown.map((step) => {
          const builder = step.rebuild.jobs[0]?.builder ?? ''
          return (
            <li key={`${step.rebuild.requestIds[0]}`}>
              <p>
                <span className={styles.stripBuilder}>{builder}</span> <AskedBy step={step} />
              </p>
              <RunStrip strip={step.strip} builder={builder} />
            </li>
          )
        })}
      </ul>
      {shown.length < rebuilds.length && (
        <button type="button" className={link.link} onClick={() => setAll(true)}>
          {rebuilds.length - shown.length} earlier
        </button>
      )}
    </section>
  )
}
