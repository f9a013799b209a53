import { Hidden } from '../../ui/Hidden.tsx'
import { cx } from '../../ui/cx.ts'
import styles from './rows.module.css'

const rows = [220, 340, 160, 280, 200, 300, 140, 240]

/** Eight pushes to be, in the layout they will have. */
export const GhostPushes = ({ label }: { label: string }) => (
  <div className={styles.grid} aria-busy="true">
    <span role="status">
      <Hidden>{label}</Hidden>
    </span>
    {rows.map((width) => (
      <div key={width} className={cx(styles.push, styles.ghost)} aria-hidden="true">
        <div className={styles.rail}>
          <div>
            <span className={styles.disclosure}>
              <i />
            </span>
            <i style={{ maxWidth: 104 }} />
          </div>
          <div className={styles.verdict}>
            <i style={{ maxWidth: width / 2 + 60 }} />
          </div>
          <div className={styles.bar}>
            <i style={{ height: 6 }} />
          </div>
          <div className={styles.count}>
            <i style={{ maxWidth: 56 }} />
          </div>
        </div>
        <div className={styles.lines}>
          <div className={styles.line}>
            <span className={styles.platform}>
              <i style={{ maxWidth: 88, marginTop: 6 }} />
            </span>
            <span />
            <i style={{ maxWidth: width, marginTop: 6 }} />
          </div>
        </div>
      </div>
    ))}
  </div>
)
