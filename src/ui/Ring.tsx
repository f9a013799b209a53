import styles from './Ring.module.css'

const radius = 7.5
const around = 2 * Math.PI * radius

/** A ring drawn from the top as far as `share` (0 to 1), a number inside if given. Steps, never spins. */
export function Ring({ share, size = 16, children }: { share: number; size?: number; children?: number }) {
  return (
    <svg className={styles.ring} viewBox="0 0 18 18" width={size} height={size} aria-hidden="true">
      <circle className={styles.track} cx="9" cy="9" r={radius} />
      <circle
        className={styles.value}
        cx="9"
        cy="9"
        r={radius}
        strokeDasharray={`${Math.min(1, Math.max(0, share)) * around} ${around}`}
        transform="rotate(-90 9 9)"
      />
      {children !== undefined && (
        <text x="9" y="9" textAnchor="middle" dominantBaseline="central">
          {children}
        </text>
      )}
    </svg>
  )
}
