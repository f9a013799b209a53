import { memo, useState } from 'react'
import { age, ago } from '../domain/duration.ts'
import { clock, dayAndClock } from '../domain/zone.ts'
import { useNow, useWallClock } from './clock.ts'
import styles from './Time.module.css'
import { useAllZones, useZone } from './zone.ts'

type Props = {
  /** Seconds since epoch. */
  at: number
  /** `clock`: 14:03:10. `full`: with the date. `age`: 3 m, `ago`: 3 m ago; both with the date from a day on. */
  as?: 'age' | 'ago' | 'clock' | 'full'
  /** It was taken by this browser's clock, not the farm's: how long ago is told by that one. */
  local?: boolean
  /** In reach of Tab, so that the absolute times can be had without a mouse. Not in rows that are walked by key. */
  focusable?: boolean
}

/** A moment. In every form its title tells it here, in UTC and at the farm, once somebody points at it or is on it. */
export const Time = memo(function Time({ at, as = 'age', local, focusable }: Props) {
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
        <LocalAge at={at} form={as} />
      ) : (
        <Age at={at} form={as} />
      )}
    </time>
  )
})

type AgeProps = { at: number; form: 'age' | 'ago' }

const Age = (props: AgeProps) => <AgeAt {...props} now={useNow()} />
const LocalAge = (props: AgeProps) => <AgeAt {...props} now={useWallClock()} />

function AgeAt({ at, form, now }: AgeProps & { now: number }) {
  const zone = useZone()
  return (form === 'ago' ? ago : age)(now - at) ?? dayAndClock(at, zone)
}
