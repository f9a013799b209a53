import { useEffect } from 'react'
import { preferences } from '../stores/preferences.ts'
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
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.altKey ||
        event.metaKey ||
        (event.repeat && !isMove(event.key))
      )
        return
      if (isBusy(event.target) || ['Shift', 'AltGraph'].includes(event.key)) return
      // Escape is no character: WCAG 2.1.4 and our switch are about those.
      if (!preferences.getState().shortcuts && event.key !== 'Escape') return
      const next = press(readRegistry(), event.timeStamp - since < patience ? pending : '', event.key)
      pending = next.pending
      since = event.timeStamp
      if (next.conflict.length > 0) {
        console.warn(
          `Two commands claim "${event.key}": ${next.conflict.map((command) => command.label).join(' and ')}. Neither runs.`,
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

const isMove = (key: string): boolean => 'jknp'.includes(key)

/** Whether keys belong to somebody else: a text field, an open menu, a dialog. */
function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], [popover]:popover-open')) return true
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])')
  )
}
