import { useWallClock } from './clock.ts'
import styles from './Ring.module.css'
import { Ring } from './Ring.tsx'

type Props = {
  /** When the window opened and when it ends: milliseconds since epoch. */
  from: number
  until: number
  /** Several may be on one page: says what is undone. */
  of?: string
  onUndo: () => void
}

/**
 * `Undo`, with a ring that drains over the undo window and the seconds left inside; without it where the window is over
 * and the action waits its turn behind others of its kind.
 */
export function UndoRing({ from, until, of, onUndo }: Props) {
  const whole = Math.max(1, (until - from) / 1000)
  // The clock tells whole seconds gone by, so it may seem one more is left than there ever was.
  const left = Math.min(Math.ceil(whole), Math.max(0, Math.ceil(until / 1000 - useWallClock())))
  return (
    <button type="button" className={styles.undo} onClick={onUndo} title={of ? `Undo ${of}` : undefined}>
      {left > 0 && (
        <Ring share={left / whole} size={18}>
          {left}
        </Ring>
      )}
      Undo
    </button>
  )
}
