import { Kbd } from '../ui/Kbd.tsx'
import { printed } from './editKeys.ts'
import styles from './ShortcutList.module.css'

/** Keys pressed one after the other, as they are printed on the keyboard; in words where there are none. */
export const Keys = ({ keys }: { keys: string }) =>
  keys === '' ? (
    <span className={styles.none}>none</span>
  ) : (
    <span className={styles.keys}>
      {printed(keys).map((key, at) => (
        <Kbd key={`${at}${key}`}>{key}</Kbd>
      ))}
    </span>
  )
