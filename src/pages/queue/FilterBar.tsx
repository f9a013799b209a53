import { count } from '../../domain/duration.ts'
import { useRef } from 'react'
import type { Filter } from '../../domain/filter/filter.ts'
import { useCommands } from '../../commands/registry.ts'
import { setPreferences, usePreferences } from '../../stores/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './queue.module.css'

type Props = {
  draft: string
  filter: Filter
  /** Jobs that match, and of how many; null while nothing is loaded. */
  shown: { jobs: number; of: number } | null
  onType: (text: string) => void
  /** The field is left: what was typed is meant. */
  onLeave: () => void
  onClear: () => void
}

const densities = [
  { value: 'compact', label: 'Compact' },
  { value: 'comfortable', label: 'Comfortable' },
] as const

/** The live filter, and how much of the day it leaves. */
export function FilterBar({ draft, filter, shown, onType, onLeave, onClear }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const density = usePreferences((preferences) => preferences.density)
  useCommands([
    {
      label: 'Filter jobs',
      keys: '/',
      group: 'View',
      run: () => {
        input.current?.focus()
        input.current?.select()
      },
    },
  ])
  return (
    <div className={styles.filter} role="search">
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
          onChange={(event) => onType(event.target.value)}
          onBlur={onLeave}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            if (draft === '') event.currentTarget.blur()
            else onType('')
          }}
        />
      </div>
      {shown && (
        <span className={styles.shown} role="status">
          showing <b>{count(shown.jobs)}</b> of <b>{count(shown.of)}</b> jobs
        </span>
      )}
      {draft !== '' && (
        <Button variant="quiet" onClick={onClear}>
          Clear filters
        </Button>
      )}
      <span className={styles.space} />
      <span className={styles.wide}>
        <Segmented
          label="Density"
          options={densities}
          value={density}
          onChange={(value) => setPreferences({ density: value })}
        />
      </span>
      {filter.unknown.length > 0 && (
        <p className={styles.problem}>
          Not a filter, so looked for as words: <code>{filter.unknown.join(' ')}</code>
        </p>
      )}
    </div>
  )
}
