import { useEffect, useId, useRef, useState } from 'react'
import type { CatalogueRow } from '../../commands/catalogue.ts'
import { clashesOf, keysFrom } from '../../commands/editKeys.ts'
import { keysOf } from '../../commands/keymap.ts'
import type { ChosenKeys } from '../../commands/keymap.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './KeyTable.module.css'

type Props = { row: CatalogueRow; chosen: ChosenKeys; onSave: (keys: string) => void; onCancel: () => void }

/**
 * Takes new keys for a command as typed text, so that every keyboard and every other means of input will do. Whoever
 * has them already is named before anything is kept. Enter saves, Escape leaves it; focus goes back where it came from.
 */
export function KeyEditor({ row, chosen, onSave, onCancel }: Props) {
  const [keys, setKeys] = useState(keysOf(row.keys, chosen))
  const input = useRef<HTMLInputElement>(null)
  const noteId = useId()
  const clashes = clashesOf(keys, row.keys, chosen)
  const clash =
    clashes.length > 0 ? `Taken by ${clashes.map(({ label }) => `“${label}”`).join(' and ')}: change that first` : null
  useEffect(() => {
    const field = input.current
    field?.select()
    // The button this stands in place of comes back, and with it focus.
    const cell = field?.closest('tr')
    return () => {
      setTimeout(() => {
        if (document.activeElement === document.body) cell?.querySelector('button')?.focus()
      })
    }
  }, [])
  return (
    <div className={styles.editor}>
      <input
        ref={input}
        aria-label={`New keys for ${row.label}`}
        aria-describedby={noteId}
        aria-invalid={clash !== null}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={keys}
        onChange={(event) => setKeys(keysFrom(event.target.value))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && clash === null) onSave(keys)
          else if (event.key === 'Escape') onCancel()
          else return
          event.preventDefault()
        }}
      />
      <Button small variant="primary" reason={clash} onClick={() => onSave(keys)}>
        Save
      </Button>
      <Button small variant="quiet" onClick={onCancel}>
        Cancel
      </Button>
      <span id={noteId} role="status" className={styles.note} data-clash={clash !== null}>
        {clash ?? (keys === '' ? 'No keys: it cannot be given by key' : 'One key, or two one after the other')}
      </span>
    </div>
  )
}
