import { useEffect, useRef } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router'
import { parseBuilder } from '../../domain/builderName.ts'
import type { Job } from '../../domain/job.ts'
import { jobWord } from '../../domain/state.ts'
import { PickBox } from '../../parts/PickBox.tsx'
import { pathOfKey } from '../../parts/jobLinks.ts'
import { several } from '../../parts/several.ts'
import { useIsPicked } from '../../stores/selection.ts'
import { jobAt, keyAt } from '../../table/jobTable.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { rowOfKey } from '../../table/rows.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import link from '../../ui/link.module.css'
import { PanelFacts } from './PanelFacts.tsx'
import styles from './panel.module.css'
import { focusJob, openedByKey } from './panelFocus.ts'
import { useEscape } from './useEscape.ts'
import { useOpenJob } from './usePushAddress.ts'

type Props = {
  table: JobTable
  /** What the filter leaves, in the order of the list. */
  rows: Int32Array
  branch: string
  /** What is picked belongs to. */
  place: string
  onClear: () => void
}

/** `complementary` `Selected job`: the job that the address names, beside the list or matrix. */
export function JobPanel({ table, rows, branch, place, onClear }: Props) {
  const { open, walkTo, close } = useOpenJob()
  const panel = useRef<HTMLElement>(null)
  const { state, key: step } = useLocation()
  const type = useNavigationType()
  const row = open === null ? null : rowOfKey(table, open)
  const job = row === null ? null : jobAt(table, row)
  const at = row === null ? -1 : rows.indexOf(row)

  // Just opened: focus goes along when a key asked for it. One column has it above what was pressed, out of sight.
  useEffect(() => {
    const element = panel.current
    if (type !== NavigationType.Push || !element) return
    if (openedByKey(state)) element.focus({ preventScroll: true })
    if (getComputedStyle(element).position !== 'sticky') element.scrollIntoView({ block: 'start' })
    // Once for each step of the history.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [step])

  const leave = () => {
    const within = panel.current?.contains(document.activeElement)
    close()
    if (within) focusJob(job?.key ?? open ?? '')
  }
  useEscape(leave)
  const walk = (by: 1 | -1) => {
    const next = rows[at + by]
    if (next !== undefined) walkTo(keyAt(table, next))
  }
  if (open === null) return null
  const facts = job && parseBuilder(job.builder)
  return (
    <aside ref={panel} tabIndex={-1} aria-label="Selected job" className={styles.panel} data-dims="">
      <div className={styles.top}>
        {job && <PickThis job={job} place={place} />}
        {job && <StatusChip word={jobWord(job.state, job.result)} />}
        {facts && <span className={styles.symbol}>{facts.symbol}</span>}
        <span className={styles.space} />
        {at >= 0 && (
          <span className={styles.place}>
            {at + 1} of {rows.length}
          </span>
        )}
        <IconButton
          icon="left"
          label="Previous job"
          reason={at > 0 ? null : at === 0 ? 'This is the first' : 'Not among what is shown'}
          onClick={() => walk(-1)}
        />
        <IconButton
          icon="right"
          label="Next job"
          reason={at + 1 < rows.length ? null : 'This is the last'}
          onClick={() => walk(1)}
        />
        <IconButton icon="close" label="Close" title="Close (Esc)" onClick={leave} />
      </div>
      {job ? (
        <>
          <h2 className={styles.name}>{job.builder}</h2>
          {at < 0 && (
            <p className={styles.hidden} role="status">
              The filter hides this job: it leaves {several(rows.length, 'other')}.{' '}
              <Button small onClick={onClear}>
                Show all
              </Button>
            </p>
          )}
          <PanelFacts table={table} job={job} branch={branch} />
        </>
      ) : (
        <p className={styles.hidden} role="status">
          {/^[br]\d+$/.test(open) ? (
            <>
              This push has no such job (any more): it was cancelled before it started, or it belongs to another push.{' '}
              <a className={link.link} href={pathOfKey(branch, open)}>
                Its own page
              </a>{' '}
              may tell.
            </>
          ) : (
            'The address names no job of a push.'
          )}
        </p>
      )}
    </aside>
  )
}

/** The box of the job that is shown: a row of the list has its own. */
const PickThis = ({ job, place }: { job: Job; place: string }) => (
  <PickBox job={job} place={place} item={job.key} picked={useIsPicked(place, job)} />
)
