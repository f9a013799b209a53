import { Link } from 'react-router'
import type { AttemptStep } from '../domain/attemptStory.ts'
import { paths } from '../domain/paths.ts'
import { Time } from '../ui/Time.tsx'
import link from '../ui/link.module.css'
import styles from './AskedFor.module.css'

/** "rebuilt ×20 by ann 14:02 (job 8812)" */
export function AskedBy({ step }: { step: Extract<AttemptStep, { kind: 'rebuild' }> }) {
  const { rebuild, strip, job } = step
  const asked = strip.of + strip.merged
  return (
    <span className={styles.askedBy}>
      rebuilt{asked > 1 && ` ×${asked}`} by {rebuild.who} <Time at={rebuild.at} as="clock" />
      {job !== null && (
        <>
          {' ('}
          <Link className={link.link} to={paths.job(job)}>
            job {job}
          </Link>
          )
        </>
      )}
    </span>
  )
}
