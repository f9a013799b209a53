import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../domain/paths.ts'
import { useBranches } from '../queries/branches.ts'
import { cx } from '../ui/cx.ts'
import styles from './BranchList.module.css'

/** All branches the server knows, filtered as one types. Arrow keys choose, Enter goes there. */
export function BranchList({ branch, close }: { branch: string; close: () => void }) {
  const names = useBranches()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  useEffect(() => {
    input.current?.focus()
  }, [])

  const found = names.filter((name) => name.toLowerCase().includes(text.trim().toLowerCase()))
  const at = Math.min(chosen, found.length - 1)
  useEffect(() => {
    document.getElementById(`${listId}${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, at])

  const go = (name: string | undefined) => {
    if (name === undefined) return
    close()
    void navigate(paths.queue(name))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined) setChosen(Math.max(0, Math.min(found.length - 1, at + by)))
    else if (event.key === 'Enter') go(found[at])
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.switcher} role="dialog" aria-label="Branches">
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label="Filter branches"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found[at] === undefined ? undefined : `${listId}${at}`}
        placeholder="Filter branches"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} className={styles.list} role="listbox" aria-label="Branches">
        {found.map((name, place) => (
          <button
            key={name}
            type="button"
            tabIndex={-1}
            id={`${listId}${place}`}
            role="option"
            aria-selected={place === at}
            aria-current={name === branch ? 'page' : undefined}
            className={cx(place === at && styles.chosen, name === branch && styles.here)}
            onClick={() => go(name)}
          >
            {name}
          </button>
        ))}
      </div>
      {found.length === 0 && (
        <p>{names.length === 0 ? 'The list of branches is not loaded yet.' : 'No branch matches.'}</p>
      )}
    </div>
  )
}
