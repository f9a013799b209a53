import { useState } from 'react'
import { Icon } from './Icon.tsx'
import styles from './Spinbox.module.css'

type Props = {
  label: string
  /** Null: none is chosen, and `unset` says what that means. */
  value: number | null
  unset?: string
  /** Where steps begin while none is chosen: 0 unless said. */
  from?: number
  min: number
  max: number
  /** The label is already in sight beside it. */
  id?: string
  onChange: (value: number) => void
}

/**
 * A whole number in a range. What is typed is kept as typed until it is one; one out of range counts as the nearest
 * in it, so that whatever stands on a button beside it is what the field will show.
 */
export function Spinbox({ label, value, unset, from = 0, min, max, id, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const within = (wanted: number) => Math.min(max, Math.max(min, wanted))
  const step = (by: number) => {
    setDraft(null)
    onChange(within((value ?? from) + by))
  }
  const type = (text: string) => {
    const typed = /^-?\d+$/.test(text) ? Number(text) : null
    setDraft(typed !== null && within(typed) === typed ? null : text)
    if (typed !== null) onChange(within(typed))
  }
  return (
    <span className={styles.spin}>
      <button type="button" tabIndex={-1} aria-label={`Less: ${label}`} onClick={() => step(-1)}>
        <Icon name="minus" />
      </button>
      <input
        id={id}
        role="spinbutton"
        inputMode="numeric"
        aria-label={label}
        {...(value === null ? { 'aria-valuetext': unset } : { 'aria-valuenow': value })}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-invalid={draft !== null}
        placeholder={value === null ? '–' : undefined}
        value={draft ?? value ?? ''}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setDraft(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && draft !== null) {
            // What counts is shown first; the next Enter is the dialog's.
            event.preventDefault()
            setDraft(null)
            return
          }
          const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key]
          if (by === undefined) return
          event.preventDefault()
          step(by)
        }}
      />
      <button type="button" tabIndex={-1} aria-label={`More: ${label}`} onClick={() => step(1)}>
        <Icon name="plus" />
      </button>
    </span>
  )
}
