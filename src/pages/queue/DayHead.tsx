import { useContext, useState } from 'react'
import { count } from '../../domain/duration.ts'
import { several } from '../../parts/several.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { pushCount, totals } from '../../table/push.ts'
import { shiftDay } from '../../domain/serverDay.ts'
import { Button } from '../../ui/Button.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { cx } from '../../ui/cx.ts'
import { ZoneContext } from '../../ui/zone.ts'
import { zoneName } from './zoneName.ts'
import styles from './queue.module.css'

type Props = {
  branch: string
  /** YYYY-MM-DD in the server's zone. */
  day: string
  today: string
  table: JobTable | null
  /** Null is today. */
  onDay: (day: string | null) => void
}

/** Whose day it is, the way to other days, and what it came to. */
export function DayHead({ branch, day, today, table, onDay }: Props) {
  const { server } = useContext(ZoneContext)
  // A later day would spoil the server's cache (contract, `?date=`).
  const go = (to: string) => onDay(to >= today ? null : to)
  return (
    <header className={styles.head}>
      <h1 tabIndex={-1}>{branch}</h1>
      <div className={styles.days} role="group" aria-label="Day">
        <Button icon="left" onClick={() => go(shiftDay(day, -1))}>
          Earlier
        </Button>
        <Button aria-pressed={day === today} onClick={() => onDay(null)}>
          Today
        </Button>
        <Button reason={day === today ? 'The server has no later day' : null} onClick={() => go(shiftDay(day, 1))}>
          Later
        </Button>
        <DateField day={day} today={today} onDay={go} />
      </div>
      <p>
        <span className={styles.day}>{dayText(day)}</span>{' '}
        <span className={cx(styles.quiet, styles.wide)}>
          server day, {zoneName(server)}
          {table && <> · {several(pushCount(table), 'push', 'pushes')}</>}
        </span>
      </p>
      {table && <Totals table={table} />}
    </header>
  )
}

/** A native date. What is typed passes through half dates and the year 2: the day changes when it is one. */
function DateField({ day, today, onDay }: { day: string; today: string; onDay: (day: string) => void }) {
  const [draft, setDraft] = useState(day)
  const [seen, setSeen] = useState(day)
  if (day !== seen) {
    setSeen(day)
    setDraft(day)
  }
  return (
    <input
      type="date"
      className={styles.date}
      aria-label="Date"
      value={draft}
      min={FIRST_DAY}
      max={today}
      onChange={(event) => {
        const { value } = event.target
        setDraft(value)
        if (value >= FIRST_DAY) onDay(value)
      }}
    />
  )
}

/** No farm is older. */
const FIRST_DAY = '1990-01-01'

const shown = ['failure', 'exception', 'warnings', 'running', 'pending', 'success'] as const

function Totals({ table }: { table: JobTable }) {
  const counts = totals(table)
  return (
    <ul className={styles.totals} aria-label="Totals of the day">
      {shown
        .filter((word) => counts[word] > 0)
        .map((word) => (
          <li key={word} className={styles.total} data-look={word}>
            <Glyph word={word} />
            {count(counts[word])} <span>{word}</span>
          </li>
        ))}
    </ul>
  )
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

/** `Thu 16 Jul 2015`, of YYYY-MM-DD. */
const dayText = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`)).replace(',', '')
