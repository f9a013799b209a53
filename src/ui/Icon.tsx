import styles from './Glyph.module.css'
import { cx } from './cx.ts'

const lines = {
  right: 'M6 3.5L10.5 8 6 12.5',
  down: 'M3.5 6L8 10.5 12.5 6',
  left: 'M10 3.5L5.5 8l4.5 4.5',
  up: 'M8 13V3.5M4 7l4-4 4 4',
  search: 'M2.8 7a4.2 4.2 0 1 0 8.4 0 4.2 4.2 0 1 0-8.4 0M10.2 10.2l3.3 3.3',
  close: 'M4 4l8 8M12 4l-8 8',
  more: 'M3 8h.6M7.7 8h.6M12.4 8h.6',
  copy: 'M6.7 5.5h5.6a1.2 1.2 0 0 1 1.2 1.2v5.6a1.2 1.2 0 0 1-1.2 1.2H6.7a1.2 1.2 0 0 1-1.2-1.2V6.7a1.2 1.2 0 0 1 1.2-1.2M10.5 5.5v-3h-8v8h3',
  pause: 'M6 4v8M10 4v8',
  play: 'M5.5 3.5v9L12.5 8z',
  theme: 'M2.6 8a5.4 5.4 0 1 0 10.8 0 5.4 5.4 0 1 0-10.8 0M8 2.6v10.8M6 3.2v9.6M4.2 4.4v7.2',
  activity: 'M1.8 8h3l2-4.6 2.6 9.2 2-4.6h2.8',
  person: 'M5.5 5.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M3 13.5c0-5.4 10-5.4 10 0',
  help: 'M6 6.2c0-3.2 4.2-3 4.2-.4 0 1.8-2.2 1.8-2.2 4M8 12.2v.6',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  external: 'M9.5 2.5h4v4M13.2 2.8L7.5 8.5M12 9.5v4H2.5V4h4',
  check: 'M3.5 8.5l3 3 6-6.5',
  lock: 'M4.5 7h7a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1M5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  settings:
    'M2.5 4.5h6M12 4.5h1.5M2.5 11.5H4M7.5 11.5h6M8.5 2.8v3.4M12 2.8v3.4M4 9.8v3.4M7.5 9.8v3.4M8.5 2.8H12M8.5 6.2H12M4 9.8h3.5M4 13.2h3.5',
} as const
export type IconName = keyof typeof lines

/** A drawing on a control. The control carries the name, so the drawing is hidden from those who listen. */
export const Icon = ({ name, className }: { name: IconName; className?: string | undefined }) => (
  <svg className={cx(styles.icon, className)} viewBox="0 0 16 16" aria-hidden="true">
    <path d={lines[name]} />
  </svg>
)
