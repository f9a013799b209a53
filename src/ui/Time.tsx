import { memo, useState } from 'react'
import { age } from '../domain/duration.ts'
import { clock, dayAndClock } from '../domain/zone.ts'
import { useNow, useWallClock } from './clock.ts'
import styles from './Time.module.css'
import { useAllZones, useZone } from './zone.ts'

type Props = {
  /** Seconds since epoch. */
  at: number
  /** `clock`: 14:03:10. `full`: with the date. `ago`: how long ago when under a day, else with the date. */
  as?: 'ago' | 'clock' | 'full'
  /** It was taken by this browser's clock, not the farm's: how long ago is told by that one. */
  local?: boolean
  /** In reach of Tab, so that the absolute times can be had without a mouse. Not in rows that are walked by key. */
  focusable?: boolean
}

/** A moment. In every form its title tells it here, in UTC and at the farm, once somebody points at it or is on it. */
export const Time = memo(function Time({ at, as = 'ago', local, focusable }: Props) {
  const zone = useZone()
  const allZones = useAllZones()
  // Telling three zones is dear, and of the times on a page one or two are ever asked.
  const [asked, setAsked] = useState(false)
  const ask = () => setAsked(true)
  return (
    <time
      className={styles.time}
      dateTime={new Date(at * 1000).toISOString()}
      title={asked ? allZones(at) : undefined}
      tabIndex={focusable ? 0 : undefined}
      onPointerEnter={ask}
      onFocus={ask}
    >
      {as === 'clock' ? (
        clock(at, zone)
      ) : as === 'full' ? (
        dayAndClock(at, zone)
      ) : local ? (
        <LocalAge at={at} />
      ) : (
        <Age at={at} />
      )}
    </time>
  )
})

const Age = ({ at }: { at: number }) => <Ago at={at} now={useNow()} />
const LocalAge = ({ at }: { at: number }) => <Ago at={at} now={useWallClock()} />

function Ago({ at, now }: { at: number; now: number }) {
  const zone = useZone()
  return age(now - at) ?? dayAndClock(at, zone)
}
