import { useState } from 'react'
import { count } from '../../domain/duration.ts'
import link from '../../ui/link.module.css'
import styles from './newWork.module.css'

/** Shown before the rest is asked for. */
const FIRST = 6

type Props = {
  /** Null: not known yet. */
  names: readonly string[] | null
  failed: boolean
  /** "nightlies" */
  kind: string
  branch: string
}

/** Which builders that likely is: evidence of the last 60 days, no promise. */
export function LikelyStarts({ names, failed, kind, branch }: Props) {
  const [all, setAll] = useState(false)
  if (names === null) {
    return (
      <p className={styles.note} aria-busy={!failed}>
        {failed
          ? `Which ${kind} these are is not known: the list of builders could not be read.`
          : 'Looking up builders…'}
      </p>
    )
  }
  if (names.length === 0) {
    return (
      <p className={styles.note}>
        No {kind} ran on {branch} in the last 60 days: likely there is nothing to start.
      </p>
    )
  }
  const shown = all ? names : names.slice(0, FIRST)
  return (
    <section className={styles.likely}>
      <h3>
        Likely {count(names.length)} {kind} <span>by what ran on {branch} in the last 60 days</span>
      </h3>
      <ul>
        {shown.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {names.length > FIRST && (
        <button type="button" className={link.link} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `${count(names.length - FIRST)} more`}
        </button>
      )}
    </section>
  )
}
