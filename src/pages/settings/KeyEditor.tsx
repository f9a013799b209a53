import { useEffect, useId, useRef, useState } from 'react'
import type { CatalogueRow } from '../../commands/catalogue.ts'
import { clashesOf, keysFrom, printed } from '../../commands/editKeys.ts'
import { keysOf } from '../../commands/keymap.ts'
import type { ChosenKeys } from '../../commands/keymap.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './KeyTable.module.css'

/** Why these keys cannot be kept; null when they can. */
function problemOf(keys: string | null, { keys: command }: CatalogueRow, chosen: ChosenKeys): string | null {
  if (keys === null) return 'Neither one key nor two: type what it prints, as b, or g t for one after the other'
  const clashes = clashesOf(keys, command, chosen)
  return clashes.length > 0
    ? `Taken by ${clashes.map(({ label }) => `“${label}”`).join(' and ')}: change that first`
    : null
}

/** The keys as they will be kept, so that nobody is surprised by them. */
function wordsOf(keys: string): string {
  const [first, second] = printed(keys)
  if (first === undefined) return 'No keys: it cannot be given by key'
  return second === undefined ? `One key: ${first}` : `Two keys: ${first}, then ${second}`
}

type Props = { row: CatalogueRow; chosen: ChosenKeys; onSave: (keys: string) => void; onCancel: () => void }

/**
 * Takes new keys for a command as typed text, so that every keyboard and every other means of input will do. What they
 * will be, or who has them already, is said before anything is kept. Enter saves, Escape leaves it; focus goes back
 * where it came from.
 */
export function KeyEditor({ row, chosen, onSave, onCancel }: Props) {
  const [text, setText] = useState(keysOf(row.keys, chosen))
  const input = useRef<HTMLInputElement>(null)
  const noteId = useId()
  const keys = keysFrom(text)
  const problem = problemOf(keys, row, chosen)
  const save = () => {
    if (keys !== null && problem === null) onSave(keys)
  }
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
        aria-invalid={problem !== null}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save()
          else if (event.key === 'Escape') onCancel()
          else return
          event.preventDefault()
        }}
      />
      <Button small variant="primary" reason={problem} onClick={save}>
        Save
      </Button>
      <Button small variant="quiet" onClick={onCancel}>
        Cancel
      </Button>
      <span id={noteId} role="status" className={styles.note} data-clash={problem !== null}>
        {problem ?? wordsOf(keys ?? '')}
      </span>
    </div>
  )
}
