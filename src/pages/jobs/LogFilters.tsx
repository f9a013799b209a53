import { useId } from 'react'
import type { JobRequest } from '../../contract/records.ts'
import { count } from '../../domain/duration.ts'
import { kindsOf, outcomesOf, personsOf } from '../../domain/logFilter.ts'
import type { Choice, LogFilter } from '../../domain/logFilter.ts'
import { useIdentity } from '../../stores/identity.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './jobs.module.css'

type Props = {
  entries: readonly JobRequest[]
  shown: number
  filter: LogFilter
  onFilter: (filter: Partial<LogFilter>) => void
  onClear: () => void
}

/** What of the log is shown, and how much of it that is. */
export function LogFilters({ entries, shown, filter, onFilter, onClear }: Props) {
  const { who, action, outcome } = filter
  const { me } = useIdentity()
  const filtered = who !== null || action !== null || outcome !== null
  const mine = me !== null && who === me
  const open = outcome === 'open'
  return (
    <div className={styles.filters} role="search" aria-label="Filter the log">
      <Choose
        label="Who"
        any="anybody"
        value={who}
        choices={personsOf(entries, who)}
        onChoose={(value) => onFilter({ who: value })}
      />
      <Choose
        label="Action"
        any="anything"
        value={action}
        choices={kindsOf(entries, action)}
        onChoose={(value) => onFilter({ action: value })}
      />
      <Choose
        label="Outcome"
        any="any"
        value={outcome}
        choices={outcomesOf(entries, outcome)}
        onChoose={(value) => onFilter({ outcome: value })}
      />
      <Button
        aria-pressed={mine}
        reason={me === null ? 'Say in the settings who you are, or ask for something: the log tells it' : null}
        onClick={() => onFilter({ who: mine ? null : me })}
      >
        Mine
      </Button>
      <Button aria-pressed={open} onClick={() => onFilter({ outcome: open ? null : 'open' })}>
        Open only
      </Button>
      <span className={styles.shown} {...(filtered ? { role: 'status' } : {})}>
        showing <b>{count(shown)}</b> of <b>{count(entries.length)}</b> entries
      </span>
      {filtered && (
        <Button variant="quiet" onClick={onClear}>
          Clear filters
        </Button>
      )}
    </div>
  )
}

type ChooseProps = {
  label: string
  /** What the choice of no filter is called. */
  any: string
  value: string | null
  choices: readonly Choice[]
  onChoose: (value: string | null) => void
}

function Choose({ label, any, value, choices, onChoose }: ChooseProps) {
  const id = useId()
  return (
    <span className={styles.choose}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label} ({count(choice.count)})
          </option>
        ))}
      </select>
    </span>
  )
}
