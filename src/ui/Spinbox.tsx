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
  /** Where none may be chosen: the field was emptied. */
  onEmpty?: () => void
  /**
   * For a number that goes out by a press, which must wait meanwhile: why what is typed is none that can be, or null.
   * Without it, one out of range counts as the nearest in it, which is shown once the field is left.
   */
  onFault?: (why: string | null) => void
  /** Why more than `max` cannot be. */
  tooMuch?: string
}

/** A whole number in a range. What is typed is kept as typed until it is one. */
export function Spinbox(props: Props) {
  const { label, value, unset, from = 0, min, max, id, onChange, onEmpty, onFault, tooMuch } = props
  const [draft, setDraft] = useState<string | null>(null)
  const within = (wanted: number) => Math.min(max, Math.max(min, wanted))
  const step = (by: number) => {
    setDraft(null)
    onFault?.(null)
    onChange(within((value ?? from) + by))
  }
  const type = (text: string) => {
    const typed = /^-?\d+$/.test(text) ? Number(text) : null
    const empty = text === '' && onEmpty !== undefined
    const fits = empty || (typed !== null && within(typed) === typed)
    setDraft(fits ? null : text)
    const range = `${label} is a whole number from ${min} to ${max}`
    onFault?.(fits ? null : typed !== null && typed > max ? (tooMuch ?? range) : range)
    if (empty) onEmpty()
    else if (typed !== null && (fits || !onFault)) onChange(within(typed))
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
        onBlur={() => {
          if (!onFault) setDraft(null)
        }}
        onKeyDown={(event) => {
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
