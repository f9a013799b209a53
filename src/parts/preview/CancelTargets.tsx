import type { BlastRadius } from '../../domain/blastRadius.ts'
import { count, duration } from '../../domain/duration.ts'
import { FoldedList } from './FoldedList.tsx'
import styles from './preview.module.css'

/** What a cancel takes: how much of what, and each by name. `now`: seconds since epoch. */
export function CancelTargets({ radius, now }: { radius: BlastRadius; now: number }) {
  const { counts, machineSecondsLost } = radius
  const since = (began: number | null) => duration(now - (began ?? now))
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
      <FoldedList
        label="Jobs to be cancelled"
        jobs={[
          ...radius.running
            .toSorted((one, other) => (one.started ?? now) - (other.started ?? now))
            .map(({ key, builder, started }) => ({ key, builder, word: 'running', time: since(started) })),
          ...radius.pending.map(({ key, builder, submitted }) => ({
            key,
            builder,
            word: 'pending',
            time: `waits ${since(submitted)}`,
          })),
        ]}
      />
    </>
  )
}
