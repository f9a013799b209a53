import { Suspense, lazy, useMemo, useState } from 'react'
import { count } from '../../domain/duration.ts'
import { failedJobs } from '../../domain/failedJobs.ts'
import type { Job } from '../../domain/job.ts'
import { newWorkWords } from '../../domain/newWork.ts'
import type { NewWork } from '../../domain/newWork.ts'
import { SUCCESS, WARNINGS, jobStates } from '../../domain/state.ts'
import { CopyMenu } from '../../parts/CopyMenu.tsx'
import { WatchButton } from '../../parts/WatchButton.tsx'
import { copiesOfPush } from '../../parts/copyAs.ts'
import { apiOfPage } from '../../parts/jobLinks.ts'
import { several } from '../../parts/several.ts'
import { jobAt } from '../../table/jobTable.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { rowsOfPush } from '../../table/push.ts'
import type { Push } from '../../table/push.ts'
import { matrixItems } from '../../table/readings.ts'
import { rowOfKey } from '../../table/rows.ts'
import { Button } from '../../ui/Button.tsx'
import page from '../../ui/page.module.css'
import { legendOf } from './legend.ts'
import styles from './push.module.css'

const CancelPushDialog = lazy(() =>
  import('../../parts/preview/CancelPushDialog.tsx').then((module) => ({ default: module.CancelPushDialog })),
)
const RebuildPreview = lazy(() =>
  import('../../parts/preview/RebuildPreview.tsx').then((module) => ({ default: module.RebuildPreview })),
)
const NewWorkDialog = lazy(() => import('./NewWorkDialog.tsx').then((module) => ({ default: module.NewWorkDialog })))
const AddJobDialog = lazy(() => import('./AddJobDialog.tsx').then((module) => ({ default: module.AddJobDialog })))

type Props = {
  table: JobTable
  /** Of the push in the table. */
  index: number
  push: Push
  branch: string
  revision: string
  signedOut: boolean
}

/** What can be asked of the whole push, whatever the filter shows of it; each question is loaded when it is put. */
export function PushActs({ table, index, push, branch, revision, signedOut }: Props) {
  const [asking, setAsking] = useState<'cancel' | 'rebuild' | 'add' | NewWork | null>(null)
  const failed = useMemo(() => failedOf(table, index), [table, index])
  const close = () => setAsking(null)
  const words = legendOf(push.counts).map((segment) => `${segment.count} ${segment.word}`)
  const copies = copiesOfPush({ branch, revision, words: words.join(', ') }, location.origin, apiOfPage())
  const barred = signedOut
    ? 'Read-only: sign in to act'
    : branch.includes('/')
      ? 'The server cannot be asked about a branch whose name has a slash'
      : null
  const active = push.counts.pending + push.counts.running
  const noCancel = barred ?? (active === 0 ? 'Everything of this push has ended: there is nothing to cancel' : null)
  const noRebuild = barred ?? (failed.length === 0 ? 'Nothing of this push stands as failed' : null)
  const shared = { branch, revision, onClose: close }
  return (
    <>
      <div className={page.acts} role="group" aria-label={`Actions on push ${revision}`}>
        <Button
          reason={noRebuild}
          title={`Rebuild ${several(failed.length, 'failed job')}: the newest attempt of each builder counts`}
          onClick={() => setAsking('rebuild')}
        >
          Rebuild failed
        </Button>
        <Button variant="dangerQuiet" reason={noCancel} onClick={() => setAsking('cancel')}>
          Cancel push
        </Button>
        <span className={styles.joined}>
          {(['newBuild', 'newPgoBuild', 'newNightly'] as const).map((work) => (
            <Button key={work} reason={barred} onClick={() => setAsking(work)}>
              {newWorkWords[work].title}
            </Button>
          ))}
        </span>
        <Button reason={barred} onClick={() => setAsking('add')}>
          Add a job…
        </Button>
        <WatchButton
          watch={{ kind: 'push', branch, revision }}
          reason={active === 0 ? 'Everything of it has ended: nothing to wait for' : null}
        />
        <CopyMenu copies={copies} />
      </div>
      <Suspense fallback={null}>
        {asking === 'cancel' ? (
          <CancelPushDialog table={table} {...shared} />
        ) : asking === 'rebuild' ? (
          <RebuildPreview
            jobs={failed}
            title={`Rebuild ${several(failed.length, 'failed job')}`}
            note={noteOf(failed)}
            {...shared}
          />
        ) : asking === 'add' ? (
          <AddJobDialog table={table} {...shared} />
        ) : (
          asking !== null && <NewWorkDialog work={asking} {...shared} />
        )}
      </Suspense>
    </>
  )
}

/** What "failed" means here: the whole push, whatever is filtered, and tests that failed too. */
function noteOf(failed: readonly Job[]): string {
  const tests = failed.filter(({ result }) => result === WARNINGS).length
  const among =
    tests === 0 ? '' : `, ${tests === failed.length ? 'all' : count(tests)} of them warnings (test failures)`
  return `Of the whole push, whatever the filter shows: each builder whose newest attempt failed${among}.`
}

const FINISHED = jobStates.indexOf('finished')

/** All rows of builders with anything but success are looked at: whether it still stands depends on those after it. */
function failedOf(table: JobTable, index: number) {
  const { builder, state, result } = table.columns
  const rows = rowsOfPush(table, index)
  const suspect = new Set<number | undefined>()
  for (const row of rows) if (state[row] === FINISHED && result[row] !== SUCCESS) suspect.add(builder[row])
  const suspects = rows.filter((row) => suspect.has(builder[row]))
  return failedJobs(matrixItems(table, suspects)).flatMap((key) => {
    const row = rowOfKey(table, key)
    return row === null ? [] : [jobAt(table, row)]
  })
}
