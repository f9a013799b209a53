import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { endWords, watchedName, watchedPath } from '../domain/watched.ts'
import type { Watched } from '../domain/watched.ts'
import { useVisible } from '../parts/useVisible.ts'
import { useWatching } from '../queries/watching.ts'
import { showEnded } from '../stores/frame.ts'
import { followOtherTabs } from '../stores/localJson.ts'
import { preferences } from '../stores/preferences.ts'
import { showToast } from '../stores/toasts.ts'
import { noteWatched, useWatchList, watchList } from '../stores/watch.ts'

/** How long another tab that is in sight is given to tell, before the system does. Milliseconds. */
const A_MOMENT = 1_000

/** Keeps an eye on what is watched, and tells when it has ended: here, in the tab's title, and by the system if wanted. */
export function Watching() {
  useWatching()
  const ended = useWatchList().flatMap(({ watched, end, told }) => (end ? [{ watched, told, word: end.word }] : []))
  const untold = ended.filter(({ told }) => !told)
  const isVisible = useVisible()
  const navigate = useNavigate()
  const notified = useRef(new Set<string>())

  useEffect(() => followOtherTabs(watchList), [])
  useEffect(() => showEnded(ended.length), [ended.length])
  useEffect(() => {
    if (isVisible) {
      for (const { watched, word } of untold) tell(watched, word)
      return
    }
    const timer = setTimeout(() => {
      for (const { watched, word } of untold) {
        const name = watchedName(watched)
        if (notified.current.has(name)) continue
        notified.current.add(name)
        notify(watched, word, () => void navigate(watchedPath(watched)))
      }
    }, A_MOMENT)
    return () => clearTimeout(timer)
    // What is told is told once: only what is new, or coming into sight, brings more.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isVisible, untold.map(({ watched }) => watchedName(watched)).join('\n')])
  return null
}

function tell(watched: Watched, word: string): void {
  showToast({
    id: `watched-${watchedName(watched)}`,
    text: endWords(watched, word),
    tone: 'info',
    actionId: null,
    href: watchedPath(watched),
  })
  noteWatched(watched, { told: true })
}

/** Tells by the system, where the person has allowed it in the settings and the browser still does. */
function notify(watched: Watched, word: string, open: () => void): void {
  if (!preferences.getState().notify || !('Notification' in window) || Notification.permission !== 'granted') return
  try {
    // The same tag from several tabs is shown once.
    const note = new Notification('Self-Serve', { body: endWords(watched, word), tag: watchedName(watched) })
    note.addEventListener('click', () => {
      window.focus()
      open()
      note.close()
    })
  } catch {
    // Some phones have the name but take notifications from service workers only.
  }
}
