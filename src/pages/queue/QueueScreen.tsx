import { count } from '../../domain/duration.ts'
import { several } from '../../parts/several.ts'
import { Suspense, useCallback, useEffect, useMemo } from 'react'
import { shiftDay } from '../../domain/serverDay.ts'
import { useSignedOut } from '../../parts/useSignedOut.ts'
import type { Queue } from '../../queries/queue.ts'
import { pushAt, pushCount } from '../../table/push.ts'
import type { View } from '../../table/view.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { failureSentence } from '../../ui/failureText.ts'
import { EmptyPanel, ErrorPanel, NoMatchPanel } from '../../ui/panels.tsx'
import { useClockText } from '../../ui/zone.ts'
import { GhostPushes } from './GhostPushes.tsx'
import { JobList } from './JobList.tsx'
import { ListBulk, useFirstPause } from './laterTools.ts'
import styles from './queue.module.css'
import { useHeldPushes } from './useHeldPushes.ts'
import type { QueueAddress } from './useQueueAddress.ts'

type Props = {
  queue: Queue
  /** Of the queue's table; null while there is none. */
  view: View | null
  filter: string
  branch: string
  /** YYYY-MM-DD in the server's zone. */
  day: string
  isToday: boolean
  /** When that day began: seconds since epoch. */
  dayStart: number
  address: QueueAddress
}

/** Where the jobs stand: the list, or what stands in its place. */
export function QueueScreen(props: Props) {
  const { queue, view, branch } = props
  const { table, failure, sources, refetch } = queue
  const clock = useClockText()
  useEffect(() => {
    // Another day is read from its top.
    if (window.scrollY > 0) window.scrollTo({ top: 0, behavior: 'instant' })
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  if (!table || !view)
    return failure ? (
      <ErrorPanel
        title={`Could not load ${branch}`}
        cause={failureSentence(failure)}
        since={sources.day.failingSince === null ? undefined : clock(sources.day.failingSince / 1000)}
        kept="Nothing is shown yet."
        onRetry={refetch}
      />
    ) : (
      <GhostPushes label={`Loading the jobs of ${branch}`} />
    )
  return <Loaded {...props} table={table} view={view} />
}

type LoadedProps = Props & { table: NonNullable<Queue['table']>; view: View }

/** The bar of what was asked for stands beside the list, so that `Stop` is in reach whatever the filter shows. */
function Loaded(props: LoadedProps) {
  const { table, view, branch, day } = props
  const paused = useFirstPause()
  const signedOut = useSignedOut()
  const shared = { signedOut, place: `${branch} ${day}` }
  return (
    <>
      {table.rows === 0 ? (
        <NoJobs {...props} />
      ) : view.shown === 0 ? (
        <NoMatchPanel
          of={`${several(pushCount(table), 'push', 'pushes')} and ${several(table.rows, 'job')} are here`}
          filter={props.filter}
          onClear={() => props.address.clearFilter()}
        />
      ) : (
        <Listed {...props} {...shared} paused={paused} />
      )}
      {paused && (
        <Suspense>
          <ListBulk {...shared} table={table} view={view} branch={branch} />
        </Suspense>
      )}
    </>
  )
}

function NoJobs({ branch, day, isToday, address }: Props) {
  return (
    <EmptyPanel
      title={`No jobs on ${branch} on ${day}`}
      act={
        <Button icon="left" onClick={() => address.setDate(shiftDay(day, -1))}>
          Earlier
        </Button>
      }
    >
      {isToday
        ? 'Nothing was scheduled on this server day yet, and nothing older waits or runs.'
        : 'Nothing ran on this server day.'}
    </EmptyPanel>
  )
}

function Listed({
  table,
  view,
  branch,
  dayStart,
  address,
  place,
  signedOut,
  paused,
}: LoadedProps & { place: string; signedOut: boolean; paused: boolean }) {
  const revisions = useMemo(
    () => Array.from({ length: pushCount(table) }, (_, p) => pushAt(table, p).revision),
    [table],
  )
  const { clearFilter } = address
  const showOutside = useCallback((revision: string | null) => clearFilter({ revision }), [clearFilter])
  const { held, show } = useHeldPushes(place, revisions)
  const pushes = useMemo(
    // Pushes stand newest first, so those that wait are the first ones of the table.
    () =>
      Array.from(view.pushes, (push) => ({ push, revision: revisions[push] ?? null })).filter(
        ({ push }) => push >= held,
      ),
    [view, revisions, held],
  )
  return (
    <>
      {held > 0 && (
        <div className={styles.pill}>
          <button type="button" aria-label={`${count(held)} new pushes`} onClick={show}>
            <Icon name="up" />
            {count(held)} new {held === 1 ? 'push' : 'pushes'}
          </button>
        </div>
      )}
      <JobList
        table={table}
        view={view}
        branch={branch}
        place={place}
        pushes={pushes}
        open={address.open}
        signedOut={signedOut}
        paused={paused}
        dayStart={dayStart}
        onOpen={address.setOpen}
        onShowOutside={showOutside}
      />
    </>
  )
}
