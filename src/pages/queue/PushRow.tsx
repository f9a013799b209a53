import { count } from '../../domain/duration.ts'
import { memo, useContext } from 'react'
import { paths } from '../../domain/paths.ts'
import { dayAndClock } from '../../domain/zone.ts'
import { Bar } from '../../ui/Bar.tsx'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Time } from '../../ui/Time.tsx'
import { ZoneContext } from '../../ui/zone.ts'
import type { PushFace } from './faces.ts'
import { OutsideNote } from './OutsideNote.tsx'
import { PlatformLines } from './PlatformLines.tsx'
import { PushVerdict } from './PushVerdict.tsx'
import { barOf } from './barOf.ts'
import { pushKey } from './items.ts'
import type { Stop } from './items.ts'
import styles from './rows.module.css'
import { finishedOf } from './verdictWords.ts'

type Props = {
  face: PushFace
  branch: string
  open: boolean
  /** `tab`: the list's one stop for Tab; `cursor`: also the row the keyboard stands on. */
  stop: Stop
  rowIndex: number
  /** The push time lies before the day shown. */
  early: boolean
  onOpen: (revision: string | null, open: boolean) => void
  onShowOutside: (revision: string | null) => void
}

/** A push in two lines, and its platforms beside it. */
export const PushRow = memo(function PushRow(props: Props) {
  const { face, branch, open, stop, rowIndex, early, onOpen, onShowOutside } = props
  const { push } = face
  const { revision, counts } = push
  const finished = finishedOf(push)
  const name = revision === null ? 'No revision' : `Push ${revision}`
  const failed = counts.failure > 0 ? `, ${counts.failure} failed` : ''
  const done = `${count(finished)} of ${count(push.rows)}`
  return (
    <div
      role="row"
      aria-level={1}
      aria-expanded={open}
      aria-rowindex={rowIndex}
      aria-label={`${name}${failed}, ${done} done`}
      tabIndex={stop === null ? -1 : 0}
      data-key={pushKey(revision)}
      data-row=""
      className={cx(styles.push, stop === 'cursor' && styles.cursor)}
    >
      <div role="gridcell" className={styles.rail}>
        <div>
          <button
            type="button"
            className={styles.disclosure}
            aria-label={`Jobs of ${revision ?? 'no revision'}`}
            aria-expanded={open}
            onClick={() => onOpen(revision, !open)}
          >
            <Icon name={open ? 'down' : 'right'} />
          </button>
          {revision === null ? (
            <b>No revision</b>
          ) : (
            <a className={styles.revision} href={paths.push(branch, revision)}>
              {revision}
            </a>
          )}
          <span className={styles.age}>
            <Time at={push.submitted} />
          </span>
          {early && <Early at={push.submitted} />}
          {push.leak !== null && <span className={styles.began}>of {push.leak}</span>}
        </div>
        <div className={styles.verdict}>
          <PushVerdict push={push} />
        </div>
        <div className={styles.bar}>
          <Bar segments={barOf(counts)} />
        </div>
        <div className={styles.count}>{done}</div>
      </div>
      <div role="gridcell" className={styles.lines}>
        <PlatformLines lines={face.lines} branch={branch} onOpen={() => onOpen(revision, true)} />
        <OutsideNote outside={face.outside} onShow={() => onShowOutside(revision)} />
      </div>
    </div>
  )
})

/** The day shown is the farm's, and so is this time. */
function Early({ at }: { at: number }) {
  const { server } = useContext(ZoneContext)
  const text = `began ${dayAndClock(at, server)}`
  return (
    <span className={styles.began} title={text}>
      {text}
    </span>
  )
}
