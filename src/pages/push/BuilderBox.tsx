import { useEffect, useId, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { count } from '../../domain/duration.ts'
import { builderMatches } from '../../domain/newWork.ts'
import { cx } from '../../ui/cx.ts'
import styles from './newWork.module.css'

/** More are not read: another word is typed. */
const SHOWN = 60

type Props = {
  known: readonly string[]
  /** What is typed or chosen. */
  value: string
  onChange: (value: string) => void
}

/** `combobox` `Builder`: a name out of many, found by any of its words. Arrow keys choose, Enter takes. */
export function BuilderBox({ known, value, onChange }: Props) {
  const id = useId()
  const [chosen, setChosen] = useState(0)
  const [open, setOpen] = useState(false)
  const found = builderMatches(known, value)
  const shown = found.slice(0, SHOWN)
  const at = Math.min(chosen, shown.length - 1)
  useEffect(() => {
    if (open) document.getElementById(`${id}${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at, open])

  const take = (name: string | undefined) => {
    if (name === undefined) return
    onChange(name)
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined && open) setChosen(Math.max(0, Math.min(shown.length - 1, at + by)))
    else if (by !== undefined) setOpen(true)
    else if (event.key === 'Enter' && open && shown[at] !== value) take(shown[at])
    else if (event.key === 'Escape' && open) setOpen(false)
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.box}>
      <input
        type="text"
        role="combobox"
        aria-label="Builder"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}list`}
        aria-activedescendant={open && shown[at] !== undefined ? `${id}${at}` : undefined}
        placeholder="Words of its name: linux64 debug mochitest-1"
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => {
          onChange(event.target.value)
          setChosen(0)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}list`} role="listbox" aria-label="Builders" className={styles.options} hidden={!open}>
        {shown.map((name, place) => (
          <button
            key={name}
            type="button"
            tabIndex={-1}
            id={`${id}${place}`}
            role="option"
            aria-selected={place === at}
            className={cx(place === at && styles.chosen)}
            onClick={() => take(name)}
          >
            {name}
          </button>
        ))}
      </div>
      <p className={styles.note} role="status">
        {known.length === 0
          ? 'No builder is known here yet'
          : `${count(found.length)} of ${count(known.length)} builders${found.length > SHOWN ? `, the first ${SHOWN} shown: type more of the name` : ''}`}
      </p>
    </div>
  )
}
