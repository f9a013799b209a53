import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { commandGroups, useRegistry } from './registry.ts'
import styles from './HelpDialog.module.css'

const printed = new Map([['Escape', 'Esc']])

/** What can be done by key on the page in sight. */
export function HelpDialog({ onClose, off }: { onClose: () => void; off: boolean }) {
  const commands = useRegistry()
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      {off && <p>Shortcuts are switched off in the settings; only Esc works.</p>}
      <div className={styles.groups}>
        {commandGroups.map((group) => {
          const members = commands.filter((command) => command.group === group)
          if (members.length === 0) return null
          return (
            <section key={group}>
              <h3>{group}</h3>
              <dl>
                {members.map(({ keys, label }) => (
                  <div key={`${keys} ${label}`}>
                    <dt>
                      {keys.split(' ').map((key) => (
                        <Kbd key={key}>{printed.get(key) ?? key}</Kbd>
                      ))}
                    </dt>
                    <dd>{label}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}
