import type { ComponentProps, ReactNode } from 'react'
import { useCommands } from '../../commands/registry.ts'
import { FilterBar } from '../../parts/FilterBar.tsx'
import type { PushView } from '../../stores/preferences.ts'
import { Segmented } from '../../ui/Segmented.tsx'

const views = [
  { value: 'list', label: 'List' },
  { value: 'matrix', label: 'Matrix' },
] as const

type Props = Omit<ComponentProps<typeof FilterBar>, 'sticky'> & {
  view: PushView
  onView: (view: PushView, byKey: boolean) => void
  /** What comes late: here there is room, so that no row moves for it. */
  children: ReactNode
}

/** What is shown of a push, and in which form. */
export function JobBar({ view, onView, children, ...filter }: Props) {
  useCommands([{ keys: 'm', run: () => onView(view === 'list' ? 'matrix' : 'list', true) }])
  return (
    <FilterBar {...filter}>
      {children}
      <Segmented label="View" options={views} value={view} onChange={(chosen) => onView(chosen, false)} />
    </FilterBar>
  )
}
