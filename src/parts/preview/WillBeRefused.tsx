import type { Job } from '../../domain/job.ts'
import { jobWord } from '../../domain/state.ts'
import { several } from '../several.ts'
import { FoldedList } from './FoldedList.tsx'
import styles from './preview.module.css'

/** Picked jobs that are left alone, each by name, and why. */
export function WillBeRefused({ title, refused }: { title: string; refused: readonly { job: Job; why: string }[] }) {
  if (refused.length === 0) return null
  const [reason] = refused.map(({ why }) => why)
  const alike = refused.every(({ why }) => why === reason)
  return (
    <section className={styles.also}>
      <h3>
        {title}: {several(refused.length, 'job')}
      </h3>
      {alike && <p className={styles.quiet}>{reason}</p>}
      <FoldedList
        label={title}
        first={4}
        jobs={refused.map(({ job, why }) => ({
          key: job.key,
          word: jobWord(job.state, job.result),
          builder: job.builder,
          note: alike ? undefined : why,
        }))}
      />
    </section>
  )
}
