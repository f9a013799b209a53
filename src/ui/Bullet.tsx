import type { ReactNode } from 'react'
import { duration } from '../domain/duration.ts'
import type { Usual } from '../domain/usual.ts'
import { cx } from './cx.ts'
import styles from './Bullet.module.css'

type Props = {
  seconds: number
  usual: Usual | null
  /** Still going on: it may yet become usual, or more. */
  live: boolean
  /** What went on, in a word. */
  children: ReactNode
}

const times = (factor: number): string => factor.toFixed(factor < 10 ? 1 : 0)

/** A span of seconds beside what is usual for it: a band from p50 to p90, a bar for this one. Over p90 it says by how much. */
export function Bullet({ seconds, usual, live, children }: Props) {
  if (!usual)
    return (
      <div className={styles.words}>
        <p>{children}</p>
        <p>usual not known yet</p>
      </div>
    )
  const full = Math.max(seconds, usual.p90) * 1.1 || 1
  const share = (value: number) => `${Math.min(100, (value / full) * 100)}%`
  const over = seconds > usual.p90
  return (
    <>
      <div className={styles.bullet} aria-hidden="true">
        <i className={styles.band} style={{ left: share(usual.p50), width: share(usual.p90 - usual.p50) }} />
        <i className={cx(styles.bar, over && styles.over, live && styles.live)} style={{ width: share(seconds) }} />
      </div>
      <div className={styles.words}>
        <p>{children}</p>
        <p>
          usual {duration(usual.p50)} – {duration(usual.p90)}
          {over ? (
            <>
              , <b className={styles.hot}>{times(seconds / usual.p90)} × p90</b>
            </>
          ) : seconds >= usual.p50 ? (
            ', inside'
          ) : (
            !live && ', shorter'
          )}
        </p>
      </div>
    </>
  )
}
