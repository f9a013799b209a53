import { lazy, memo, useContext, useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { branchOf } from '../../domain/paths.ts'
import { compileFilter } from '../../domain/filter/compile.ts'
import { parseFilter } from '../../domain/filter/filter.ts'
import { clampDay, dayStart, serverDay } from '../../domain/serverDay.ts'
import { FilterBar } from '../../parts/FilterBar.tsx'
import { JobDialogs } from '../../parts/JobDialogs.tsx'
import { usePageTitle } from '../../parts/usePageTitle.ts'
import { useRememberBranch } from '../../parts/useRememberBranch.ts'
import { useQueue } from '../../queries/queue.ts'
import { setPreferences, usePreferences } from '../../stores/preferences.ts'
import { totals } from '../../table/push.ts'
import { viewOf } from '../../table/view.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { useNow } from '../../ui/clock.ts'
import { ZoneContext } from '../../ui/zone.ts'
import { DayHead } from './DayHead.tsx'
import { QueueNotices } from './QueueNotices.tsx'
import { QueueScreen } from './QueueScreen.tsx'
import styles from './queue.module.css'
import { useQueueAddress } from './useQueueAddress.ts'

const UnknownBranchPage = lazy(() =>
  import('./UnknownBranchPage.tsx').then((part) => ({ default: part.UnknownBranchPage })),
)

const densities = [
  { value: 'compact', label: 'Compact' },
  { value: 'comfortable', label: 'Comfortable' },
] as const

/** `/:branch`: a day of a branch as pushes, newest first, each with its jobs. */
export function Component() {
  const branch = branchOf(useParams()['branch'] ?? '')
  const today = serverDay(useNow(), useContext(ZoneContext).server)
  return <Queue key={branch} branch={branch} today={today} />
}

/** The clock above ticks each second; nothing below does but what shows a time. */
const Queue = memo(function Queue({ branch, today }: { branch: string; today: string }) {
  const address = useQueueAddress()
  const { server } = useContext(ZoneContext)
  const day = clampDay(address.date, today)
  const queue = useQueue(branch, day === today ? null : day)
  const { table, failure } = queue

  // Set when there is time: the field itself shows what is typed at once.
  const [typed, setTyped] = useState(address.filter)
  const text = typed.trim()
  const filter = useMemo(() => parseFilter(text), [text])
  const compiled = useMemo(() => compileFilter(filter), [filter])
  const view = useMemo(() => table && viewOf(table, compiled), [table, compiled])

  const counts = useMemo(() => table && totals(table), [table])
  usePageTitle({
    title: branch,
    failed: counts ? counts.failure + counts.exception : 0,
    active: counts ? counts.running + counts.pending : 0,
  })

  useRememberBranch(branch, table !== null)
  const density = usePreferences((preferences) => preferences.density)

  if (failure?.kind === 'notFound' && !table) return <UnknownBranchPage branch={branch} />
  return (
    <>
      <DayHead branch={branch} day={day} today={today} table={table} onDay={address.setDate} />
      <FilterBar
        kept={address.filter}
        clears={address.clears}
        filter={filter}
        shown={view && { jobs: view.shown, of: view.total }}
        onFilter={setTyped}
        onKeep={address.setFilter}
        onClear={() => address.clearFilter()}
        sticky
      >
        <span className={styles.wide}>
          <Segmented
            label="Density"
            options={densities}
            value={density}
            onChange={(value) => setPreferences({ density: value })}
          />
        </span>
      </FilterBar>
      <QueueNotices queue={queue} branch={branch} />
      <QueueScreen
        key={day}
        queue={queue}
        view={view}
        filter={text}
        branch={branch}
        day={day}
        isToday={day === today}
        dayStart={dayStart(day, server)}
        address={address}
      />
      <JobDialogs />
    </>
  )
})
