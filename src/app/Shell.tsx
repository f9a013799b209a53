import { Suspense, lazy, useMemo } from 'react'
import type { ComponentType } from 'react'
import { SERVER_ZONE } from '../domain/zone.ts'
import { showHelp, useFrame } from '../stores/frame.ts'
import { usePreferences } from '../stores/preferences.ts'
import { cx } from '../ui/cx.ts'
import { ZoneContext } from '../ui/zone.ts'
import { Announcer } from './Announcer.tsx'
import { Main } from './Main.tsx'
import { Toasts } from './Toasts.tsx'
import { TopBar } from './TopBar.tsx'
import { useArrival } from './useArrival.ts'
import { useLinks } from './useLinks.ts'
import { useScrollPlace } from './useScrollPlace.ts'
import styles from './Shell.module.css'

const ActivityDrawer = lazy(() =>
  import('./activity/ActivityDrawer.tsx').then((part) => ({ default: part.ActivityDrawer })),
)
const HelpDialog = lazy(() => import('../commands/HelpDialog.tsx').then((part) => ({ default: part.HelpDialog })))
/** What no page needs to be seen goes on without, where it does not come. */
const Later = lazy<ComponentType>(() =>
  import('./Later.tsx').then(
    (part) => ({ default: part.Later }),
    () => ({ default: () => null }),
  ),
)

/** What stands around every page: top bar, the page itself, Activity beside it, announcements over it. */
export function Shell() {
  const choice = usePreferences((preferences) => preferences.zone)
  const shortcuts = usePreferences((preferences) => preferences.shortcuts)
  const drawer = useFrame((frame) => frame.drawer)
  const help = useFrame((frame) => frame.help)
  const zone = useMemo(() => ({ choice, server: SERVER_ZONE }), [choice])
  useLinks()
  useArrival()
  useScrollPlace()
  return (
    <ZoneContext value={zone}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <TopBar />
      <div className={cx(styles.shell, drawer && styles.withDrawer)}>
        <Main />
        {drawer && (
          <Suspense fallback={<div className={styles.drawerPlace} />}>
            <ActivityDrawer />
          </Suspense>
        )}
      </div>
      <Toasts />
      <Announcer />
      <Suspense>
        <Later />
      </Suspense>
      {help && (
        <Suspense>
          <HelpDialog off={!shortcuts} onClose={() => showHelp(false)} />
        </Suspense>
      )}
    </ZoneContext>
  )
}
