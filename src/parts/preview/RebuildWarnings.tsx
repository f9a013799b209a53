import type { AlreadyRebuilt } from '../../domain/alreadyRebuilt.ts'
import type { RebuildRadius } from '../../domain/rebuildRadius.ts'
import { useIdentity } from '../../stores/identity.ts'
import { Time } from '../../ui/Time.tsx'
import { several } from '../several.ts'
import { Warnings } from './Warnings.tsx'
import { namesText, personText } from './people.ts'
import styles from './preview.module.css'

type Props = { radius: RebuildRadius; already: readonly AlreadyRebuilt[]; count: number }

/** What makes a rebuild more than it seems: work that goes on, is picked twice, or was rebuilt before. */
export function RebuildWarnings({ radius: { active, twice }, already, count }: Props) {
  const { me } = useIdentity()
  const lines = [
    ...already.map(({ who, jobs, at, waiting, numbers }) => ({
      key: `person ${who}`,
      text: (
        <>
          <b>
            {personText(who, me)} rebuilt {several(jobs.length, 'of these', 'of these')}
          </b>
          , last <Time at={at} as="clock" />
          {numbers.length > 0 && ` (job ${namesText(numbers.map(String))})`}
          {waiting > 0 && `; ${waiting} not yet acted on`}: {namesText(jobs.map(({ builder }) => builder))}
        </>
      ),
    })),
    ...(active.length > 0
      ? [
          {
            key: 'active',
            text: (
              <>
                <b>{several(active.length, 'job still waits or runs', 'jobs still wait or run')}</b>: a rebuild means{' '}
                {count === 1 ? 'one more run' : `${count} more runs`} of it.{' '}
                {namesText(active.map(({ builder }) => builder))}
              </>
            ),
          },
        ]
      : []),
    ...twice.map((jobs) => ({
      key: `twice ${jobs[0]?.key}`,
      text: (
        <>
          <b>{jobs[0]?.builder}</b> is picked {jobs.length} times at {jobs[0]?.revision ?? 'no revision'}: attempts of
          the same work, each rebuilt
        </>
      ),
    })),
  ]
  if (lines.length === 0) return null
  return (
    <section className={styles.also}>
      <h3>To know before</h3>
      <Warnings lines={lines} />
    </section>
  )
}
