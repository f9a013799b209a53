import type { Job } from '../domain/job.ts'
import styles from './pickBox.module.css'
import { pick } from './picking.ts'

type Props = {
  job: Job
  /** The list that its being picked belongs to. */
  place: string
  /** Its line in the list. */
  item: string
  picked: boolean
}

/** `checkbox` `Select <builder>`: picks a job for bulk actions; with Shift everything from the last one to it. */
export function PickBox({ job, place, item, picked }: Props) {
  return (
    <input
      type="checkbox"
      className={styles.box}
      aria-label={`Select ${job.builder}`}
      checked={picked}
      onChange={({ nativeEvent }) => pick(place, item, job, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
    />
  )
}
