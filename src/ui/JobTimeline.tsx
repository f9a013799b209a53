import type { Stretch, Timeline } from '../domain/timeline.ts'
import type { Usual } from '../domain/usual.ts'
import { Bullet } from './Bullet.tsx'
import { Duration } from './Duration.tsx'
import { Time } from './Time.tsx'
import { useNow } from './clock.ts'
import { cx } from './cx.ts'
import { lookOf } from './looks.ts'
import styles from './JobTimeline.module.css'

type Props = {
  timeline: Timeline
  /** State or result. */
  word: string
  /** How it ended, where that is more than the word. */
  end?: string
  /** What is usual for the waits and the runs of this builder, where loaded history tells. */
  usual: { waiting: Usual | null; running: Usual | null }
}

/** Submitted → claimed → started → finished, each stretch with its length beside what is usual. */
export const JobTimeline = ({ timeline, word, end = word, usual }: Props) => (
  <div className={styles.frame}>
    <ol className={styles.line}>
      {timeline.stretches.map((stretch) => (
        <li key={stretch.event} className={styles.stretch}>
          <div className={styles.node}>
            <b>{stretch.event}</b>
          </div>
          <div className={styles.inside}>
            <Time at={stretch.from} as="clock" />
            <div className={styles.value}>
              <Duration from={stretch.from} to={stretch.to} />
            </div>
            {stretch.doing === 'starting' ? (
              <p className={styles.doing}>{wordsOf(stretch)}</p>
            ) : (
              <Beside stretch={stretch} usual={usual[stretch.doing]} />
            )}
          </div>
        </li>
      ))}
      {timeline.finished !== null && (
        <li className={cx(styles.stretch, styles.end)} data-look={lookOf(word)}>
          <div className={styles.node}>
            <b>Finished</b>
          </div>
          <div className={styles.inside}>
            <Time at={timeline.finished} as="clock" />
            <p className={styles.doing}>{end}</p>
          </div>
        </li>
      )}
    </ol>
  </div>
)

const wordsOf = ({ doing, to }: Stretch): string => (to === null ? `still ${doing}` : doing)

const Beside = ({ stretch, usual }: { stretch: Stretch; usual: Usual | null }) =>
  stretch.to === null ? (
    <Running stretch={stretch} usual={usual} />
  ) : (
    <Bullet seconds={stretch.to - stretch.from} usual={usual} live={false}>
      {wordsOf(stretch)}
    </Bullet>
  )

const Running = ({ stretch, usual }: { stretch: Stretch; usual: Usual | null }) => (
  <Bullet seconds={Math.max(0, useNow() - stretch.from)} usual={usual} live>
    {wordsOf(stretch)}
  </Bullet>
)
