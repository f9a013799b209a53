import { paths } from '../domain/paths.ts'
import { Dialog } from '../ui/Dialog.tsx'
import link from '../ui/link.module.css'
import { ShortcutList } from './ShortcutList.tsx'
import styles from './ShortcutList.module.css'
import { useRegistry } from './registry.ts'

/** The keyboard map over the page in sight: what works here stands out. */
export function HelpDialog({ onClose, off }: { onClose: () => void; off: boolean }) {
  const here = new Set<string>(useRegistry().map((command) => command.keys))
  const leave = (to: string, words: string) => (
    <a className={link.link} href={to} onClick={onClose}>
      {words}
    </a>
  )
  return (
    <Dialog
      title="Keyboard shortcuts"
      onClose={onClose}
      cross
      footer={
        <span>
          {leave(paths.help(), 'Help')}: glossary, signs and API · {leave(`${paths.settings()}#keys`, 'Change keys')}
        </span>
      }
    >
      {off && <p>Shortcuts are switched off in the settings; only Esc works.</p>}
      <p className={styles.note}>
        What is grey works on the views it names. Where none is named, it works on every one.
      </p>
      <ShortcutList here={here} />
    </Dialog>
  )
}
