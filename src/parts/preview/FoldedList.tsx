import { useState } from 'react'
import { count } from '../../domain/duration.ts'
import { StatusChip } from '../../ui/StatusChip.tsx'
import link from '../../ui/link.module.css'
import styles from './preview.module.css'

export type ListedJob = {
  key: string
  /** State or result. */
  word: string
  builder: string
  /** On the right: how long it runs or waits. */
  time?: string
  /** Under the name: why it is refused. */
  note?: string | undefined
}

type Props = {
  label: string
  jobs: readonly ListedJob[]
  /** Jobs shown before the rest is asked for. */
  first?: number
}

/** Jobs by name; of many only the first, and the rest on request. */
export function FoldedList({ label, jobs, first = 6 }: Props) {
  const [all, setAll] = useState(false)
  const shown = all ? jobs : jobs.slice(0, first)
  const rest = jobs.slice(first)
  const word = rest[0]?.word
  const alike = rest.length > 1 && rest.every((job) => job.word === word)
  return (
    <>
      <ul className={styles.targets} aria-label={label}>
        {shown.map(({ key, word: state, builder, time, note }) => (
          <li key={`${key} ${state}`}>
            <StatusChip word={state} />
            <span className={styles.builder}>
              {builder}
              {note !== undefined && <small>{note}</small>}
            </span>
            <span className={styles.time}>{time}</span>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <p className={styles.rest}>
          <button type="button" className={link.link} aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Fewer' : `${count(rest.length)} more${alike ? `, all ${word}` : ''}`}
          </button>
        </p>
      )}
    </>
  )
}
