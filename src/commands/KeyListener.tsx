import { useEffect } from 'react'
import { preferences } from '../stores/preferences.ts'
import { keysOf } from './keymap.ts'
import { press } from './keySequence.ts'
import { readRegistry } from './registry.ts'

/** How long after the first key of a sequence the second still counts, in milliseconds. */
const patience = 1_000

/** Turns key presses into commands. Never while typing, in a menu or behind a dialog; letters can be switched off. */
export function KeyListener() {
  useEffect(() => {
    let pending = ''
    let since = 0
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
      if (isBusy(event.target) || ['Shift', 'AltGraph'].includes(event.key)) return
      // Escape is no character: WCAG 2.1.4 and our switch are about those.
      const { shortcuts, keys } = preferences.getState()
      if (!shortcuts && event.key !== 'Escape') return
      const next = press(
        readRegistry(),
        (command) => keysOf(command.keys, keys),
        event.timeStamp - since < patience ? pending : '',
        event.key,
      )
      // Held down, a key moves on; it does nothing else twice.
      if (event.repeat && !(next.run && 'jknp'.includes(next.run.keys))) return
      pending = next.pending
      since = event.timeStamp
      if (next.conflict.length > 0) {
        console.warn(
          `Two commands claim "${event.key}": ${next.conflict.map((command) => command.keys).join(' and ')}. Neither runs.`,
        )
      }
      if (!next.run) return
      event.preventDefault()
      next.run.run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return null
}

/** Whether keys belong to somebody else: a text field, an open menu, a dialog. */
function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], [popover]:popover-open')) return true
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])')
  )
}
