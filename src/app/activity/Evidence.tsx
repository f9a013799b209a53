import { Fragment } from 'react'
import type { ActionRecord } from '../../domain/action.ts'
import { paths } from '../../domain/paths.ts'
import { Time } from '../../ui/Time.tsx'
import link from '../../ui/link.module.css'
import styles from './Activity.module.css'

/** What the effect was seen in, with links to it. */
export function Evidence({ action: { evidence, plan } }: { action: ActionRecord }) {
  if (!evidence) return null
  if ('priority' in evidence) return <p className={styles.words}>The farm shows priority {evidence.priority}.</p>
  if ('endedAt' in evidence) {
    return (
      <p className={styles.words}>
        The farm shows it ended
        {evidence.endedAt === null ? (
          '.'
        ) : (
          <>
            {' '}
            at <Time at={evidence.endedAt} as="clock" />.
          </>
        )}
      </p>
    )
  }
  const { requestIds } = evidence
  return (
    <p className={styles.words}>
      {requestIds.length === 1 ? 'New request ' : `${requestIds.length} new requests: `}
      {requestIds.map((id, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          <a className={link.link} href={paths.request(plan.branch, id)}>
            {id}
          </a>
        </Fragment>
      ))}
    </p>
  )
}
