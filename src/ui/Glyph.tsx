import { lookOf } from './looks.ts'
import type { Look } from './looks.ts'
import styles from './Glyph.module.css'
import { cx } from './cx.ts'

/** Shapes that tell every look apart without colour, on a 16 px square. `fill` is painted, `line` is drawn. */
const shapes: Record<Look, { line?: string; fill?: string }> = {
  success: { line: 'M3 8.6l3.2 3.2L13 4.6' },
  warnings: { line: 'M8 2.6v6.2M8 12.6v.5' },
  failure: { line: 'M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4' },
  skipped: { line: 'M3.5 4l4 4-4 4M8.8 4l4 4-4 4' },
  exception: { fill: 'M9.8 1.4L3.4 9h3.5l-1 5.6L12.6 7H8.9l.9-5.6z' },
  retry: { line: 'M13.2 8.6A5.3 5.3 0 1 1 11.7 4.2M13.4 1.8v3.4H10' },
  cancelled: { line: 'M2.4 8a5.6 5.6 0 1 0 11.2 0 5.6 5.6 0 1 0-11.2 0M4.1 4.1l7.8 7.8' },
  running: { line: 'M2.4 8a5.6 5.6 0 1 0 11.2 0 5.6 5.6 0 1 0-11.2 0', fill: 'M8 2.4a5.6 5.6 0 0 1 0 11.2z' },
  pending: { line: 'M2.6 8a5.4 5.4 0 1 0 10.8 0 5.4 5.4 0 1 0-10.8 0' },
  unknown: { line: 'M5.2 5.4a2.8 2.8 0 1 1 4.2 2.5C8.4 8.5 8 9 8 10M8 13v.2' },
}

/** The glyph of a state or result. Always beside its word, so hidden from those who listen. */
export function Glyph({ word, className }: { word: string; className?: string | undefined }) {
  const { line, fill } = shapes[lookOf(word)]
  return (
    <svg className={cx(styles.glyph, className)} viewBox="0 0 16 16" aria-hidden="true">
      {line && <path d={line} />}
      {fill && <path d={fill} className={styles.fill} />}
    </svg>
  )
}
