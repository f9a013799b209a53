import { useState } from 'react'
import type { BlastRadius } from '../../domain/blastRadius.ts'
import { count, duration } from '../../domain/duration.ts'
import { several } from '../../parts/several.ts'
import { StatusChip } from '../../ui/StatusChip.tsx'
import link from '../../ui/link.module.css'
import styles from './cancelPush.module.css'

/** Targets shown before the rest is asked for. */
const FIRST = 6

/** What a cancel takes from the push: how much of what, and each by name. `now`: seconds since epoch. */
export function CancelTargets({ radius, now }: { radius: BlastRadius; now: number }) {
  const [all, setAll] = useState(false)
  const { counts, machineSecondsLost, refused } = radius
  const since = (began: number | null) => duration(now - (began ?? now))
  const targets = [
    ...radius.running
      .toSorted((one, other) => (one.started ?? now) - (other.started ?? now))
      .map((job) => ({ job, word: 'running', time: since(job.started) })),
    ...radius.pending.map((job) => ({ job, word: 'pending', time: `waits ${since(job.submitted)}` })),
  ]
  const shown = all ? targets : targets.slice(0, FIRST)
  const rest = targets.slice(shown.length)
  const onlyPending = rest.every(({ word }) => word === 'pending')
  return (
    <>
      <dl className={styles.split}>
        <div>
          <dt>
            <b>pending</b> are withdrawn; no build is ever made
          </dt>
          <dd>{count(counts.pending)}</dd>
        </div>
        <div>
          <dt>
            <b>running</b> are stopped on their machines
          </dt>
          <dd>{count(counts.running)}</dd>
        </div>
        <div>
          <dt>
            <b>machine time lost</b>
          </dt>
          <dd>{duration(machineSecondsLost)}</dd>
        </div>
      </dl>
      <ul className={styles.targets} aria-label="Jobs to be cancelled">
        {shown.map(({ job, word, time }) => (
          <li key={`${job.key} ${word}`}>
            <StatusChip word={word} />
            <span className={styles.builder}>{job.builder}</span>
            <span className={styles.time}>{time}</span>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <p className={styles.rest}>
          <button type="button" className={link.link} onClick={() => setAll(true)}>
            {count(rest.length)} more{onlyPending ? ', all pending' : ''}
          </button>
        </p>
      )}
      {refused.length > 0 && (
        <p className={styles.rest}>
          {several(refused.length, 'job')} will go on: {refused[0]?.why}.
        </p>
      )}
    </>
  )
}
