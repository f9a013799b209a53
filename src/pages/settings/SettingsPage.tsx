import { useEffect, useId, useState } from 'react'
import type { ReactNode } from 'react'
import { paths } from '../../domain/paths.ts'
import { SERVER_ZONE } from '../../domain/zone.ts'
import { usePageTitle } from '../../parts/usePageTitle.ts'
import { enterMe, useIdentity } from '../../stores/identity.ts'
import { LONGEST_UNDO, setPreferences, usePreferences } from '../../stores/preferences.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { Spinbox } from '../../ui/Spinbox.tsx'
import link from '../../ui/link.module.css'
import { KeyTable } from './KeyTable.tsx'
import { Notices } from './Notices.tsx'
import { WatchedList } from './WatchedList.tsx'
import styles from './SettingsPage.module.css'

/** What a person sets for this browser. Every change counts at once. */
export function Component() {
  const { theme, density, zone, undoSeconds, shortcuts } = usePreferences((preferences) => preferences)
  const undoId = useId()
  usePageTitle({ title: 'Settings' })
  // A link to one of the parts came before the page did.
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), [])
  return (
    <div className={styles.page}>
      <h1>Settings</h1>
      <p className={styles.note}>
        Kept in this browser; each change counts at once.{' '}
        <a className={link.link} href={paths.help()}>
          Help
        </a>{' '}
        has keys, words, signs and the API.
      </p>
      <Part title="You" id="you">
        <Me />
      </Part>
      <Part title="Appearance">
        <Row label="Theme">
          <Segmented
            label="Theme"
            value={theme}
            onChange={(value) => setPreferences({ theme: value })}
            options={[
              { value: 'system', label: 'As the system' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
          />
        </Row>
        <Row label="Density" note="Height of rows and controls.">
          <Segmented
            label="Density"
            value={density}
            onChange={(value) => setPreferences({ density: value })}
            options={[
              { value: 'compact', label: 'Compact' },
              { value: 'comfortable', label: 'Comfortable' },
            ]}
          />
        </Row>
        <Row label="Times" note={`A day of the queue is always a day of the server (${SERVER_ZONE}).`}>
          <Segmented
            label="Times"
            value={zone}
            onChange={(value) => setPreferences({ zone: value })}
            options={[
              { value: 'local', label: 'Local' },
              { value: 'utc', label: 'UTC' },
              { value: 'server', label: 'Server' },
            ]}
          />
        </Row>
      </Part>
      <Part title="Acting">
        <Row
          label={<label htmlFor={undoId}>Undo window, seconds</label>}
          note={`An action waits so long in this browser before it is sent. 0 to ${LONGEST_UNDO}; 0 sends at once.`}
        >
          <Spinbox
            id={undoId}
            label="Undo window, seconds"
            value={undoSeconds}
            min={0}
            max={LONGEST_UNDO}
            onChange={(value) => setPreferences({ undoSeconds: value })}
          />
        </Row>
      </Part>
      <Part title="Notices" id="watched">
        <Row label="Notifications">
          <Notices />
        </Row>
        <Row label="Watched" note="Asked for every five minutes wherever you are, also while the tab is hidden.">
          <WatchedList />
        </Row>
      </Part>
      <Part title="Keyboard" id="keys">
        <Row label="Keyboard shortcuts" note="Single keys such as j and r. Each can have others, or none.">
          <Segmented
            label="Keyboard shortcuts"
            value={shortcuts ? 'on' : 'off'}
            onChange={(value) => setPreferences({ shortcuts: value === 'on' })}
            options={[
              { value: 'on', label: 'On' },
              { value: 'off', label: 'Off' },
            ]}
          />
        </Row>
        <KeyTable />
      </Part>
    </div>
  )
}

/** The name the farm knows one by: a guess until its log has said it. */
function Me() {
  const { me, source } = useIdentity()
  const [draft, setDraft] = useState<string | null>(null)
  const id = useId()
  const note =
    source === 'learnt'
      ? 'This is how the server’s log named you.'
      : 'As the farm knows you, usually an e-mail address. The first action of yours in the server’s log corrects it.'
  return (
    <Row label={<label htmlFor={id}>Your name</label>} note={note}>
      <input
        id={id}
        className={styles.input}
        autoComplete="email"
        spellCheck={false}
        placeholder="ann@example.org"
        value={draft ?? me ?? ''}
        onChange={(event) => {
          setDraft(event.target.value)
          enterMe(event.target.value)
        }}
        onBlur={() => setDraft(null)}
      />
    </Row>
  )
}

const Part = ({ title, id, children }: { title: string; id?: string; children: ReactNode }) => (
  <section className={styles.part} id={id}>
    <h2>{title}</h2>
    {children}
  </section>
)

const Row = ({ label, note, children }: { label: ReactNode; note?: string; children: ReactNode }) => (
  <div className={styles.row}>
    <span>{label}</span>
    <div>
      {children}
      {note && <p className={styles.note}>{note}</p>}
    </div>
  </div>
)
