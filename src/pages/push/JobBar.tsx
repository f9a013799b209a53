import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useCommands } from '../../commands/registry.ts'
import { count } from '../../domain/duration.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './push.module.css'
import type { PushView } from '../../stores/preferences.ts'

/** How long typing must rest before the address follows, milliseconds: browsers limit changes of the address. */
const REST = 300

const views = [
  { value: 'list', label: 'List' },
  { value: 'matrix', label: 'Matrix' },
] as const

type Props = {
  typed: string
  /** Jobs that match, and of how many. */
  shown: number
  of: number
  view: PushView
  onType: (text: string) => void
  /** What to keep in the address. */
  onKeep: (text: string) => void
  onClear: () => void
  onView: (view: PushView, byKey: boolean) => void
  /** What comes late: here there is room, so that no row moves for it. */
  children: ReactNode
}

/** What is shown of a push, and in which form. */
export function JobBar({ typed, shown, of, view, onType, onKeep, onClear, onView, children }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const keep = useRef(onKeep)
  useEffect(() => {
    keep.current = onKeep
  })
  useEffect(() => {
    const timer = setTimeout(() => keep.current(typed), REST)
    return () => clearTimeout(timer)
  }, [typed])
  useCommands([
    { keys: '/', run: () => input.current?.select() },
    { keys: 'm', run: () => onView(view === 'list' ? 'matrix' : 'list', true) },
  ])
  return (
    <div className={styles.jobBar} role="search">
      <div className={styles.box}>
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          aria-label="Filter jobs"
          placeholder="builder, reason, result:failure, state:running, platform:linux64"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            if (typed === '') event.currentTarget.blur()
            else onClear()
          }}
        />
      </div>
      <span className={styles.shown} {...(typed === '' ? {} : { role: 'status' })}>
        showing <b>{count(shown)}</b> of <b>{count(of)}</b> jobs
      </span>
      {typed !== '' && (
        <Button variant="quiet" onClick={onClear}>
          Clear filters
        </Button>
      )}
      <span className={styles.space} />
      {children}
      <Segmented label="View" options={views} value={view} onChange={(chosen) => onView(chosen, false)} />
    </div>
  )
}
