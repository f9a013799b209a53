import type { Collision } from '../../domain/radar.ts'
import { paths } from '../../domain/paths.ts'
import { Time } from '../../ui/Time.tsx'
import link from '../../ui/link.module.css'
import styles from './Activity.module.css'

/** Who asked for the same a moment ago, and what that means for what is kept back here. */
export function Held({ collision, waits }: { collision: Collision; waits: boolean }) {
  const { from, who, at, words, done, job } = collision
  return (
    <div className={styles.held}>
      <p>
        <b>{from === 'tab' ? 'Another tab' : (who ?? 'Somebody')}</b> asked for {words} <Time at={at} /> ago
        {job !== null && (
          <>
            {' '}
            (
            <a className={link.link} href={paths.job(job)}>
              job {job}
            </a>
            )
          </>
        )}
        {done ? ', and the agent has acted on it.' : '; the agent had not answered when we looked.'}
      </p>
      {waits && <p>Yours is kept back: not sent unless you press Send now.</p>}
    </div>
  )
}
