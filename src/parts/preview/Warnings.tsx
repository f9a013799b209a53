import type { ReactNode } from 'react'
import { Glyph } from '../../ui/Glyph.tsx'
import styles from './preview.module.css'

export type Warning = { key: string; text: ReactNode }

/** What somebody should know before they act, one line each. */
export const Warnings = ({ lines }: { lines: readonly Warning[] }) => (
  <ul className={styles.warnings}>
    {lines.map(({ key, text }) => (
      <li key={key} data-look="warnings">
        <Glyph word="warnings" />
        <span>{text}</span>
      </li>
    ))}
  </ul>
)
