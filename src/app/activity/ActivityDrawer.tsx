import { useEffect, useMemo, useRef, useState } from 'react'
import { clearDone } from '../../actions/outbox.ts'
import { useActions, useMemoryOnly } from '../../actions/store.ts'
import { hasEnded } from '../../domain/actionState.ts'
import { groupActions } from '../../domain/batch.ts'
import { closeActivity, useFrame } from '../../stores/frame.ts'
import { useIdentity } from '../../stores/identity.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { useWallClock } from '../../ui/clock.ts'
import { Banner } from '../../ui/panels.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { ActionItem } from './ActionItem.tsx'
import { BatchItem } from './BatchItem.tsx'
import { emptyText, holds, inView, keyOf, views } from './views.ts'
import type { View } from './views.ts'
import styles from './Activity.module.css'

/** Everything asked for from this browser, in all its tabs, with every phase it went through. */
export function ActivityDrawer() {
  const actions = useActions()
  const { me } = useIdentity()
  const entries = useMemo(() => groupActions(actions, me), [actions, me])
  const now = useWallClock(10) * 1000
  const memoryOnly = useMemoryOnly()
  const wanted = useFrame((frame) => frame.action)
  const [view, setView] = useState<View>('All')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const shown = entries.filter((entry) => holds(entry, wanted) || inView[view](entry, now))
  const options = views.map((value) => ({
    value,
    label: `${value} ${entries.filter((entry) => inView[value](entry, now)).length}`,
  }))
  return (
    <section className={styles.drawer} aria-label="Activity">
      <header>
        <h2 ref={heading} tabIndex={-1}>
          Activity
        </h2>
        <span className={styles.where}>this browser, all tabs</span>
        <IconButton icon="close" label="Close Activity" onClick={closeActivity} />
      </header>
      <div className={styles.tools}>
        <Segmented label="Filter activity" options={options} value={view} onChange={setView} />
        <Button variant="quiet" reason={actions.some(hasEnded) ? null : 'Nothing here has ended'} onClick={clearDone}>
          Clear done
        </Button>
      </div>
      {memoryOnly && (
        <Banner look="warnings" title="Kept only until this tab closes">
          The browser denies storage to this page, or it is full.
        </Banner>
      )}
      {shown.length === 0 ? (
        <p className={styles.empty}>{emptyText[view]}</p>
      ) : (
        <ol tabIndex={0} aria-label="Actions, newest first">
          {shown.map((entry) =>
            entry.type === 'single' ? (
              <ActionItem key={keyOf(entry)} action={entry.record} now={now} wanted={entry.record.id === wanted} />
            ) : (
              <BatchItem key={keyOf(entry)} batch={entry.batch} now={now} wanted={wanted} />
            ),
          )}
        </ol>
      )}
    </section>
  )
}
