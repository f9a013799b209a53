import { Kbd } from '../ui/Kbd.tsx'
import { printed } from './editKeys.ts'
import styles from './ShortcutList.module.css'

/** Keys pressed one after the other, two at most, as they are printed on the keyboard; in words where there are none. */
export function Keys({ keys }: { keys: string }) {
  const [first, second] = printed(keys)
  if (first === undefined) return <span className={styles.none}>none</span>
  return (
    <span className={styles.keys}>
      <Kbd>{first}</Kbd>
      {second !== undefined && <Kbd>{second}</Kbd>}
    </span>
  )
}
