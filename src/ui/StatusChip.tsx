import type { ReactNode } from 'react'
import { Glyph } from './Glyph.tsx'
import { cx } from './cx.ts'
import { lookOf } from './looks.ts'
import styles from './status.module.css'

/**
 * A state or result as glyph, word and fill. `plain` leaves the fill out, for lines of text.
 * `children` replace the word on screen ("3 failed"), the look stays the word's.
 */
export const StatusChip = ({ word, plain, children }: { word: string; plain?: boolean; children?: ReactNode }) => (
  <span className={cx(styles.chip, plain && styles.plain)} data-look={lookOf(word)}>
    <Glyph word={word} />
    <span className={styles.word}>{children ?? word}</span>
  </span>
)
