import { Hidden } from '../ui/Hidden.tsx'
import { cx } from '../ui/cx.ts'
import styles from './jobRow.module.css'

/** The heads over rows of jobs. */
export const JobHeads = ({ rowIndex, level }: { rowIndex: number; level?: 2 }) => (
  <div role="row" aria-level={level} aria-rowindex={rowIndex} className={styles.heads}>
    <div role="columnheader">
      <Hidden>Select</Hidden>
    </div>
    <div role="columnheader">State</div>
    <div role="columnheader">Builder</div>
    <div role="columnheader" className={cx(styles.number, styles.waited)}>
      Waited
    </div>
    <div role="columnheader" className={styles.number}>
      Ran
    </div>
    <div role="columnheader" className={cx(styles.number, styles.asked)}>
      Asked
    </div>
    <div role="columnheader" className={styles.number}>
      Action
    </div>
  </div>
)
