import { useMemo, useState } from 'react'
import type { JobRequest } from '../../contract/records.ts'
import { isOfManyRuns, stepOf } from '../../domain/attemptStory.ts'
import type { Rebuild } from '../../domain/attempts.ts'
import { AskedBy } from '../../parts/AskedBy.tsx'
import { useJobLog } from '../../queries/jobLog.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { rebuildsAmong } from '../../table/rebuilds.ts'
import link from '../../ui/link.module.css'
import { RunStrip } from './RunStrip.tsx'
import styles from './panel.module.css'

/** Rebuilds shown before the rest is asked for: the newest. */
const FIRST = 3
const NONE: readonly JobRequest[] = []

/** What comes of rebuilds of several runs at this push; nothing where there are none, and then the log is not read. */
export function RebuildStrips({ table, revision }: { table: JobTable; revision: string }) {
  const rebuilds = useMemo(
    () => rebuildsAmong(table).filter((rebuild) => rebuild.revision === revision),
    [table, revision],
  )
  return rebuilds.length > 0 ? <Strips rebuilds={rebuilds} /> : null
}

function Strips({ rebuilds }: { rebuilds: readonly Rebuild[] }) {
  const [all, setAll] = useState(false)
  const log = useJobLog().value ?? NONE
  const ofMany = useMemo(() => rebuilds.filter((rebuild) => isOfManyRuns(rebuild, log)).toReversed(), [rebuilds, log])
  const shown = useMemo(
    () => ofMany.slice(0, all ? ofMany.length : FIRST).map((rebuild) => stepOf(rebuild, log)),
    [ofMany, all, log],
  )
  if (ofMany.length === 0) return null
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
      {shown.length < ofMany.length && (
        <button type="button" className={link.link} onClick={() => setAll(true)}>
          {ofMany.length - shown.length} earlier
        </button>
      )}
    </section>
  )
}
