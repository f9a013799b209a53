import { useMemo } from 'react'
import { placeWords } from '../../domain/placeWords.ts'
import { lastClaim, waitWords, whyWaiting } from '../../domain/whyWaiting.ts'
import type { WaitReason } from '../../domain/whyWaiting.ts'
import { LoadToday } from '../../parts/LoadToday.tsx'
import { RefreshFailed } from '../../parts/RefreshFailed.tsx'
import { useLoadedTodayAt } from '../../queries/loadedDay.ts'
import type { One } from '../../queries/single.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { lastClaims } from '../../table/readings.ts'
import { Section } from '../../ui/Section.tsx'
import { useNow, useWallClock } from '../../ui/clock.ts'
import { cx } from '../../ui/cx.ts'
import { failureText } from '../../ui/failureText.ts'
import page from '../../ui/page.module.css'
import { useClockText } from '../../ui/zone.ts'
import { AheadOf } from './AheadOf.tsx'
import { ExpectedStart } from './ExpectedStart.tsx'
import styles from './Place.module.css'
import type { Placed } from './usePlace.ts'

type Props = { placed: Placed | null; reading: One<unknown>; today: JobTable | null; branch: string }

/** Where a waiting request stands, why it waits, and what may be expected; each as far as it is known. */
export function PlaceInQueue({ placed, reading, today, branch }: Props) {
  const clock = useClockText()
  const loadedAt = useLoadedTodayAt(branch)
  const aside =
    loadedAt === null
      ? 'priorities of others are not told without the queue of today'
      : `priorities by the queue of ${branch} as loaded at ${clock(loadedAt / 1000)}`
  return (
    <Section title="Place in the queue" aside={aside}>
      {placed === null ? (
        <p className={page.note}>
          {reading.failure
            ? `Unknown: what waits now could not be read. ${failureText(reading.failure)}`
            : 'Not loaded yet'}
        </p>
      ) : (
        <>
          <RefreshFailed what="what waits now" reading={reading} />
          <Facts placed={placed} today={today} branch={branch} loadedAt={loadedAt} />
        </>
      )}
      <LoadToday branch={branch}>
        When it may start, how good such guesses were, and its exact place are told by the queue of today.
      </LoadToday>
    </Section>
  )
}

type Known = { placed: Placed; today: JobTable | null; branch: string; loadedAt: number | null }

/** Seconds for which a loaded queue, of which no more arrives here, still tells when work was last claimed. */
const STILL_TELLS = 120

/** Why it waits, by what is known here now. */
function useReasons({ placed, today, loadedAt }: Known): readonly WaitReason[] {
  const now = useNow()
  const tells = useWallClock() - (loadedAt ?? 0) / 1000 < STILL_TELLS
  const claims = useMemo(() => today && lastClaims(today), [today])
  const claimed = tells && claims ? lastClaim(placed.own.builder, claims) : null
  return whyWaiting(placed.own, placed.place, { now, claimed })
}

function Facts(known: Known) {
  const { placed, today, branch } = known
  const { own, place, steps } = placed
  const reasons = useReasons(known)
  return (
    <dl className={cx(page.facts, styles.place)}>
      <dt>Place</dt>
      <dd>
        <b>{placeWords(place)}</b> for the same machines, on all branches
      </dd>
      <dt>Why it waits</dt>
      <dd>
        <ul>
          {reasons.map((reason) => (
            <li key={reason.kind}>
              {waitWords(reason)}
              {reason.kind === 'nothing claimed' && ` on ${branch}`}
            </li>
          ))}
        </ul>
      </dd>
      <dt>Ahead</dt>
      <dd>
        <AheadOf place={place} />
      </dd>
      <dt>Expected start</dt>
      <dd>
        {today ? (
          <ExpectedStart own={own} today={today} branch={branch} reasons={reasons} />
        ) : (
          'Unknown: the queue of today is not loaded here'
        )}
      </dd>
      <dt>Priority</dt>
      <dd>
        now {own.priority}: +1 {steps.raise}, −1 {steps.lower}
      </dd>
    </dl>
  )
}
