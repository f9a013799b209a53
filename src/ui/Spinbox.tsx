import { useState } from 'react'
import { Icon } from './Icon.tsx'
import styles from './Spinbox.module.css'

type Props = {
  label: string
  value: number
  min: number
  max: number
  /** The label is already in sight beside it. */
  id?: string
  onChange: (value: number) => void
}

/** A whole number in a range. What is typed is kept as typed until it is one. */
export function Spinbox({ label, value, min, max, id, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const step = (by: number) => {
    setDraft(null)
    onChange(Math.min(max, Math.max(min, value + by)))
  }
  const type = (text: string) => {
    const typed = /^-?\d+$/.test(text) ? Number(text) : null
    const fits = typed !== null && typed >= min && typed <= max
    setDraft(fits ? null : text)
    if (fits) onChange(typed)
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
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-invalid={draft !== null}
        value={draft ?? value}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setDraft(null)}
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
