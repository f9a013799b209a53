import type { Job } from '../domain/job.ts'
import { useIsPicked } from '../stores/selection.ts'
import styles from './pickBox.module.css'
import { pick } from './picking.ts'

/** `checkbox` `Select <builder>`: picks a job for bulk actions; with Shift everything from the last one to it. */
export function PickBox({ job, place, item }: { job: Job; place: string; item: string }) {
  return (
    <input
      type="checkbox"
      className={styles.box}
      aria-label={`Select ${job.builder}`}
      checked={useIsPicked(place, job)}
      onChange={({ nativeEvent }) => pick(place, item, job, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
    />
  )
}
