import { Glyph } from './Glyph.tsx'
import { lookOf } from './looks.ts'
import { count as countText } from '../domain/duration.ts'
import styles from './status.module.css'

/** Many of one kind as glyph and count. With `onClick` a button that shows them. */
export function Fold({ word, count, onClick }: { word: string; count: number; onClick?: (() => void) | undefined }) {
  const inside = (
    <>
      <Glyph word={word} />
      {countText(count)}
    </>
  )
  if (!onClick)
    return (
      <span className={styles.fold} data-look={lookOf(word)} role="img" aria-label={`${countText(count)} ${word}`}>
        {inside}
      </span>
    )
  return (
    <button
      type="button"
      className={styles.fold}
      data-look={lookOf(word)}
      aria-label={`${countText(count)} ${word}, show them`}
      onClick={onClick}
    >
      {inside}
    </button>
  )
}
