import { count as countText } from '../domain/duration.ts'
import { lookOf } from './looks.ts'
import styles from './Bar.module.css'

export type BarSegment = { word: string; count: number }

/** Shares of a whole, in the order given: worst first, so that bad starts align down a page. Zero counts are left out. */
export function Bar({ segments, label }: { segments: readonly BarSegment[]; label?: string }) {
  const shown = segments.filter((segment) => segment.count > 0)
  const words = shown.map((segment) => `${countText(segment.count)} ${segment.word}`).join(', ')
  return (
    <span className={styles.bar} role="img" aria-label={label ?? (words || 'nothing')}>
      {shown.map(({ word, count }) => (
        <i key={word} data-look={lookOf(word)} style={{ flexGrow: count }} />
      ))}
    </span>
  )
}
