import { useMemo, useRef, useState } from 'react'
import { compileFilter } from '../../domain/filter/compile.ts'
import { parseFilter } from '../../domain/filter/filter.ts'
import { BulkBar } from '../../parts/BulkBar.tsx'
import { several } from '../../parts/several.ts'
import { usePageTitle } from '../../parts/usePageTitle.ts'
import { useSignedOut } from '../../parts/useSignedOut.ts'
import { keyAt } from '../../table/jobTable.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { pushAt } from '../../table/push.ts'
import { viewOf } from '../../table/view.ts'
import { cx } from '../../ui/cx.ts'
import { NoMatchPanel, SignedOutNote } from '../../ui/panels.tsx'
import { useClockText } from '../../ui/zone.ts'
import { JobBar } from './JobBar.tsx'
import { JobPanel } from './JobPanel.tsx'
import { OlderPushes } from './OlderPushes.tsx'
import { PushHead } from './PushHead.tsx'
import { PushJobs } from './PushJobs.tsx'
import { PushMatrix } from './PushMatrix.tsx'
import { RebuildStrips } from './RebuildStrips.tsx'
import { Verdict } from './Verdict.tsx'
import type { KeyboardPlace } from './keyboardPlace.ts'
import { leaksOf } from './leaksOf.ts'
import styles from './push.module.css'
import { useOpenJob, usePushAddress } from './usePushAddress.ts'

type Props = {
  table: JobTable
  /** Of the push in the table. */
  index: number
  branch: string
  /** 12 characters. */
  revision: string
  /** As the address has it, perhaps all 40. */
  given: string
  /** When the agent last acted on something of it that the list may not show yet: milliseconds; else null. */
  changedAt: number | null
}

/** After an act the server may go on for two minutes with the list it made before (contract surprise 38): said, not hidden. */
function MayLack({ changedAt }: { changedAt: number }) {
  const clock = useClockText()
  return (
    <span
      className={styles.late}
      title="The server keeps a push’s list for up to 2 minutes: until then verdict, counts and rows may be as before"
    >
      may not show yet what was acted on at {clock(changedAt / 1000)}
    </span>
  )
}

/** A push whose jobs are known. */
export function PushScreen({ table, index, branch, revision, given, changedAt }: Props) {
  const address = usePushAddress()
  const { open } = useOpenJob()
  const [typed, setTyped] = useState(address.filter)
  // The router takes a moment; a radio that is pressed must not.
  const [form, setForm] = useState({ view: address.view, seen: address.view })
  if (address.view !== form.seen) setForm({ view: address.view, seen: address.view })
  const keyboard = useRef<KeyboardPlace>({ key: null, lands: false })
  const signedOut = useSignedOut()
  const push = pushAt(table, index)
  const { counts } = push
  usePageTitle({
    title: `${revision} · ${branch}`,
    failed: counts.failure + counts.exception,
    active: counts.running + counts.pending,
  })
  const text = typed.trim()
  const filter = useMemo(() => parseFilter(text), [text])
  const view = useMemo(() => viewOf(table, compileFilter(filter)), [table, filter])
  const rows = useMemo(() => view.rowsOf(index), [view, index])
  const leaks = useMemo(() => leaksOf(table, index), [table, index])
  const place = `${branch} ${revision}`
  const shared = { place, table, rows, branch, revision, signedOut, keyboard }
  const matrix = form.view === 'matrix'
  return (
    <div className={styles.screen}>
      <PushHead
        table={table}
        index={index}
        push={push}
        branch={branch}
        revision={revision}
        given={given}
        signedOut={signedOut}
      />
      {signedOut && <SignedOutNote />}
      <Verdict push={push} />
      <RebuildStrips table={table} revision={revision} />
      <div className={cx(styles.body, open !== null && styles.beside)}>
        <div>
          <JobBar
            kept={address.filter}
            clears={address.clears}
            filter={filter}
            shown={{ jobs: rows.length, of: push.rows }}
            onFilter={setTyped}
            onKeep={address.setFilter}
            onClear={address.clearFilter}
            view={form.view}
            onView={(chosen, byKey) => {
              keyboard.current.lands = byKey && rows.length > 0
              setForm({ ...form, view: chosen })
              address.setView(chosen)
            }}
          >
            {changedAt !== null && <MayLack changedAt={changedAt} />}
            <OlderPushes branch={branch} revision={revision} submitted={push.submitted} />
          </JobBar>
          {rows.length === 0 ? (
            <NoMatchPanel
              of={`${several(push.rows, 'job')} of this push are here`}
              filter={text}
              onClear={address.clearFilter}
            />
          ) : matrix ? (
            <PushMatrix {...shared} />
          ) : (
            <PushJobs {...shared} />
          )}
          {leaks.length > 0 && (
            <p className={styles.caption}>
              The server counts work of other branches here, since it takes every branch whose name starts or ends with{' '}
              <code>{branch}</code>:{' '}
              {leaks.map(({ branch: other, jobs }) => `${other} (${several(jobs, 'job')})`).join(', ')}.
            </p>
          )}
        </div>
        {open !== null && (
          <JobPanel table={table} rows={rows} branch={branch} place={place} onClear={address.clearFilter} />
        )}
      </div>
      <BulkBar
        place={place}
        table={table}
        has={view.has}
        matching={{ count: rows.length, keys: () => Array.from(rows, (row) => keyAt(table, row)) }}
        branch={branch}
        revision={revision}
        signedOut={signedOut}
      />
    </div>
  )
}
