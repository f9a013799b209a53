import type { MouseEventHandler } from 'react'
import { Glyph } from './Glyph.tsx'
import { cx } from './cx.ts'
import { lookOf } from './looks.ts'
import styles from './status.module.css'

type Props = {
  /** State or result. */
  word: string
  /** Short symbol of the builder: `bc2`. */
  symbol: string
  /** The builder's full name: a symbol alone tells nobody anything. */
  name: string
  href?: string | undefined
  /** What an attempt before came to, where it must stay in sight. */
  before?: string | null | undefined
  /** Shown beside, in full. */
  selected?: boolean
  /** Picked, with others. */
  picked?: boolean
  tabIndex?: number | undefined
  onClick?: MouseEventHandler<HTMLElement> | undefined
}

/** One job in 24 px: a link when it has an address, else a button when it does something, else a picture. */
export function JobCell({ word, symbol, name, before, href, selected, picked, tabIndex, onClick }: Props) {
  // The name is one that things outside may look for: what else there is to say describes it.
  const label = `${name}, ${word}`
  const earlier = before ? `${before} before` : ''
  const shared = {
    className: cx(styles.cell, selected && styles.selected, picked && styles.picked),
    'data-look': lookOf(word),
    'aria-label': label,
    title: [label, earlier].filter(Boolean).join(', '),
    'aria-description': [earlier, picked && 'selected'].filter(Boolean).join(', ') || undefined,
  }
  const inside = (
    <>
      {before && (
        <span className={styles.before} data-look={lookOf(before)}>
          <Glyph word={before} />
        </span>
      )}
      {/* Waiting and left out are quiet: the dotted line and the bare text say it. */}
      {word !== 'pending' && word !== 'skipped' && <Glyph word={word} />}
      <span className={styles.word}>{symbol}</span>
    </>
  )
  if (href)
    return (
      <a {...shared} href={href} tabIndex={tabIndex} onClick={onClick}>
        {inside}
      </a>
    )
  if (onClick)
    return (
      <button {...shared} type="button" tabIndex={tabIndex} onClick={onClick} aria-pressed={selected}>
        {inside}
      </button>
    )
  return (
    <span {...shared} role="img">
      {inside}
    </span>
  )
}
