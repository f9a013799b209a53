import { useState } from 'react'
import { setPreferences, usePreferences } from '../../stores/preferences.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import styles from './SettingsPage.module.css'

const BLOCKED = 'The browser does not let this page notify: its own settings for this site say so.'

/**
 * Whether the system may tell when something watched ends. The browser is asked for its leave only by this press, and
 * what it has taken back since is said.
 */
export function Notices() {
  const wanted = usePreferences((preferences) => preferences.notify)
  const [permission, setPermission] = useState(() =>
    'Notification' in window ? Notification.permission : ('missing' as const),
  )
  const change = async (value: 'page' | 'system') => {
    if (value === 'page' || permission === 'missing') return setPreferences({ notify: false })
    const answer = await Notification.requestPermission()
    setPermission(answer)
    setPreferences({ notify: answer === 'granted' })
  }
  const note =
    permission === 'missing'
      ? 'This browser has no notifications for pages that are not served over HTTPS.'
      : permission === 'denied'
        ? BLOCKED
        : 'By the system only while no tab of this page is in sight.'
  return (
    <>
      <Segmented
        label="When something watched ends"
        value={wanted && permission === 'granted' ? 'system' : 'page'}
        onChange={(value) => void change(value)}
        options={[
          { value: 'page', label: 'On the page' },
          { value: 'system', label: 'By the system too' },
        ]}
      />
      <p className={styles.note} role="status">
        {note}
      </p>
    </>
  )
}
