import { useEffect, useRef, useState } from 'react'
import { dismissBatch } from '../../actions/many.ts'
import type { ActionRecord } from '../../domain/action.ts'
import { phaseOf, standing } from '../../domain/actionLife.ts'
import { hasEnded } from '../../domain/actionState.ts'
import type { BatchView } from '../../domain/batch.ts'
import { batchProgress, batchStanding, sentBlindly, standsOut } from '../../domain/batchWords.ts'
import { useIdentity } from '../../stores/identity.ts'
import { Bar } from '../../ui/Bar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Time } from '../../ui/Time.tsx'
import { cx } from '../../ui/cx.ts'
import { BatchActs } from './BatchActs.tsx'
import { TargetItem } from './TargetItem.tsx'
import styles from './Activity.module.css'

type Props = {
  batch: BatchView
  /** Milliseconds. */
  now: number
  wanted: ActionRecord['id'] | null
}

/** Many asked for by one press, as one entry: how far it came, what went wrong in plain sight, the rest on demand. */
export function BatchItem({ batch, now, wanted }: Props) {
  const { title, records, state } = batch
  const { me } = useIdentity()
  const hidden = records.some((record) => record.id === wanted && !standsOut(record, now))
  const [details, setDetails] = useState(hidden)
  const [asked, setAsked] = useState(wanted)
  if (wanted !== asked) {
    setAsked(wanted)
    if (hidden) setDetails(true)
  }
  const item = useRef<HTMLLIElement>(null)
  const here = records.some((record) => record.id === wanted)
  useEffect(() => {
    if (here) item.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  const bad = records.filter((record) => standsOut(record, now))
  const others = details ? records.filter((record) => !standsOut(record, now)) : []
  const progress = batchProgress(batch, now)
  const note = batchStanding(batch, me)
  const blind = sentBlindly(records)
  return (
    <li
      ref={item}
      className={cx(
        styles.item,
        bad.length > 0 ? styles.bad : state === 'halted' && styles.unsure,
        here && styles.wanted,
      )}
    >
      <div className={styles.head}>
        <b>{title}</b>
        <Time at={Math.max(...records.map((record) => standing(record).at)) / 1000} local />
      </div>
      <span className={styles.bar}>
        <Bar segments={sharesOf(batch, now)} label={progress} />
      </span>
      <div className={styles.line}>
        <p className={styles.progress}>{progress}</p>
        <span className={styles.acts}>
          <BatchActs batch={batch} />
          <Button small variant="quiet" aria-expanded={details} onClick={() => setDetails(!details)}>
            Details
          </Button>
        </span>
      </div>
      {note !== null && <p className={styles.words}>{note}</p>}
      {details && blind > 0 && (
        <p className={styles.words}>
          The log could not be read before {blind} of them {blind === 1 ? 'was' : 'were'} sent: somebody may have asked
          for the same.
        </p>
      )}
      {bad.length + others.length > 0 && (
        <ul className={styles.targets}>
          {[...bad, ...others].map((record) => (
            <TargetItem key={record.id} action={record} now={now} wanted={record.id === wanted} />
          ))}
        </ul>
      )}
      {details && records.every(hasEnded) && (
        <Button small onClick={() => dismissBatch(batch.id)}>
          Dismiss
        </Button>
      )}
    </li>
  )
}

/** Shares of the bar. Green is what was seen, and nothing else. */
function sharesOf({ counts, records }: BatchView, now: number) {
  const bad = records.filter((record) => standsOut(record, now)).length
  const seen = counts.seen ?? 0
  const flying = records.filter(
    (record) => ['sent', 'accepted', 'acted on'].includes(phaseOf(record)) && !standsOut(record, now),
  ).length
  return [
    { word: 'failure', count: bad },
    { word: 'success', count: seen },
    { word: 'running', count: flying },
    { word: 'skipped', count: counts['nothing to do'] ?? 0 },
    { word: 'pending', count: records.length - bad - seen - flying - (counts['nothing to do'] ?? 0) },
  ]
}
