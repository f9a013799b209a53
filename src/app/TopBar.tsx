import { useParams } from 'react-router'
import { useOpenCount } from '../actions/store.ts'
import { branchOf, paths } from '../domain/paths.ts'
import { closeActivity, openActivity, useFrame } from '../stores/frame.ts'
import { useIdentity } from '../stores/identity.ts'
import { setPreferences, themes, usePreferences } from '../stores/preferences.ts'
import { announce } from '../ui/announce.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { IconName } from '../ui/Icon.tsx'
import { BranchSwitcher } from './BranchSwitcher.tsx'
import { FreshnessChip } from './FreshnessChip.tsx'
import styles from './TopBar.module.css'

/** A link of the bar, which knows whether one is there. */
const to = (href: string) => ({ href, 'aria-current': location.pathname === href ? ('page' as const) : undefined })

/** On top of every page: where one is, how fresh it is, what was asked for, and who asks. */
export function TopBar() {
  const { branch: parameter } = useParams()
  const last = usePreferences((preferences) => preferences.lastBranch)
  const branch = parameter === undefined ? (last ?? 'try') : branchOf(parameter)
  return (
    <header className={styles.top}>
      <a className={styles.brand} href={paths.home()} aria-label="Self-Serve">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 5.5h9M3 10h14M3 14.5h6" />
          <path d="M14.5 3.5v4M11.5 12.5v4" className={styles.knobs} />
        </svg>
        <span>Self-Serve</span>
      </a>
      <BranchSwitcher branch={branch} />
      <nav className={styles.nav} aria-label="Views">
        <a {...to(paths.queue(branch))}>Queue</a>
        <a {...to(paths.log())}>Log</a>
      </nav>
      <FreshnessChip />
      <ActivityButton />
      <ThemeButton />
      <IconLink icon="settings" label="Settings" href={paths.settings()} />
      <IconLink icon="help" label="Help" href={paths.help()} />
      <Who />
    </header>
  )
}

const IconLink = ({ icon, label, href }: { icon: IconName; label: string; href: string }) => (
  <a className={styles.link} href={href} title={label} aria-label={label}>
    <Icon name={icon} />
  </a>
)

function ActivityButton() {
  const open = useFrame((frame) => frame.drawer)
  const count = useOpenCount()
  return (
    <Button
      icon="activity"
      aria-expanded={open}
      aria-label={count > 0 ? `Activity, ${count} open` : 'Activity'}
      onClick={() => (open ? closeActivity() : openActivity())}
    >
      <span className={styles.wide}>Activity</span>
      {count > 0 && <span className={styles.count}>{count}</span>}
    </Button>
  )
}

function ThemeButton() {
  const theme = usePreferences((preferences) => preferences.theme)
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  const change = () => {
    setPreferences({ theme: next })
    announce(`Theme: ${next}`)
  }
  return <IconButton icon="theme" label="Theme" title={`Theme: ${theme}`} onClick={change} />
}

/** Whoever is taken for "me"; leads to where that is set. */
function Who() {
  const { me } = useIdentity()
  const name = me?.split('@')[0] ?? null
  return (
    <a
      className={styles.who}
      href={`${paths.settings()}#you`}
      aria-label={me === null ? 'You: not said yet' : `You: ${me}`}
      title={me ?? 'Say who you are'}
    >
      <i aria-hidden="true">{name?.[0]?.toUpperCase() ?? <Icon name="person" />}</i>
      {name !== null && <span>{name}</span>}
    </a>
  )
}
