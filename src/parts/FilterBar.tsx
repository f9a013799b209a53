import { useRef } from 'react'
import type { ReactNode } from 'react'
import { useCommands } from '../commands/registry.ts'
import { count } from '../domain/duration.ts'
import type { Filter } from '../domain/filter/filter.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { cx } from '../ui/cx.ts'
import styles from './filterBar.module.css'
import { useDraft } from './useDraft.ts'

type Props = {
  /** The filter in the address. */
  kept: string
  /** How often the filter was dropped. */
  clears: number
  filter: Filter
  /** Jobs that match, and of how many; null while nothing is loaded. */
  shown: { jobs: number; of: number } | null
  /** What to filter by now. */
  onFilter: (text: string) => void
  /** What to keep in the address. */
  onKeep: (text: string) => void
  onClear: () => void
  /** Stays in sight while the list is scrolled. */
  sticky?: boolean
  /** At the end of the bar. */
  children?: ReactNode
}

/** From the filter into what it leaves: the row that Tab would reach. */
const toList = () => document.querySelector<HTMLElement>(':is([role=treegrid], [role=grid]) [tabindex="0"]')?.focus()

/** The live filter of a list of jobs, and how much of it that leaves. */
export function FilterBar({ kept, clears, filter, shown, onFilter, onKeep, onClear, sticky, children }: Props) {
  const { draft, type, flush } = useDraft(kept, clears, onFilter, onKeep)
  const input = useRef<HTMLInputElement>(null)
  useCommands([
    {
      keys: '/',
      run: () => {
        input.current?.focus()
        input.current?.select()
      },
    },
  ])
  return (
    <div className={cx(styles.filter, sticky && styles.sticky)} role="search">
      <div className={styles.box}>
        <Icon name="search" />
        <input
          ref={input}
          type="search"
          aria-label="Filter jobs"
          placeholder="builder, revision, reason, result:failure, state:running, platform:linux64"
          autoComplete="off"
          spellCheck={false}
          value={draft}
          onChange={(event) => type(event.target.value)}
          onBlur={flush}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.preventDefault()
              if (draft === '') event.currentTarget.blur()
              else type('')
            }
            if (event.key === 'Enter' || event.key === 'ArrowDown') {
              event.preventDefault()
              flush()
              toList()
            }
          }}
        />
      </div>
      {shown && (
        <span className={styles.shown} {...(draft === '' ? {} : { role: 'status' })}>
          showing <b>{count(shown.jobs)}</b> of <b>{count(shown.of)}</b> jobs
        </span>
      )}
      {draft !== '' && (
        <Button variant="quiet" onClick={onClear}>
          Clear filters
        </Button>
      )}
      <span className={styles.space} />
      {children}
      {filter.unknown.length > 0 && (
        <p className={styles.problem}>
          Not a filter, so looked for as words: <code>{filter.unknown.join(' ')}</code>
        </p>
      )}
    </div>
  )
}
