import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router'

/** How long typing must rest before the address follows, milliseconds: browsers limit changes of the address. */
const REST = 300

/**
 * Text being typed. The field shows it at once; `use` gets it when there is time, so that no list holds up a key;
 * `write` puts it into the address when typing rests or the field is left. A change of the address from elsewhere
 * (back, a pasted link) replaces the draft, and so does each drop of the filter, counted in `clears`.
 */
export function useDraft(kept: string, clears: number, use: (text: string) => void, write: (text: string) => void) {
  const [draft, setDraft] = useState(kept)
  const [written, setWritten] = useState<string | null>(null)
  const { key } = useLocation()
  const popped = useNavigationType() === NavigationType.Pop
  /** How often what was typed gave way. */
  const [drops, setDrops] = useState(0)
  const timer = useRef(0)
  const waiting = useRef<string | null>(null)

  const giveWay = (to: string) => {
    setWritten(null)
    setDraft(to)
    setDrops(drops + 1)
  }
  const [was, setWas] = useState({ kept, key, clears })
  if (kept !== was.kept || key !== was.key || clears !== was.clears) {
    setWas({ kept, key, clears })
    // The address may never have held what is dropped, so its change alone would not tell.
    if (clears !== was.clears) giveWay('')
    // Our own writing comes back here too, and by then more may have been typed. Back may come before the page was drawn
    // with what was written: then what is kept looks as it did.
    else if ((kept !== was.kept && kept !== written) || (key !== was.key && popped)) giveWay(kept)
  }
  // What waited to be written was for the address that is left.
  useEffect(() => {
    waiting.current = null
  }, [drops])
  useEffect(() => startTransition(() => use(draft)), [draft, use])

  // What else the address holds may change while typing rests.
  const writing = useRef(write)
  useEffect(() => {
    writing.current = write
  }, [write])
  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const text = waiting.current
    waiting.current = null
    if (text === null) return
    setWritten(text)
    writing.current(text)
  }, [])

  const type = useCallback(
    (text: string) => {
      setDraft(text)
      waiting.current = text
      clearTimeout(timer.current)
      timer.current = window.setTimeout(flush, REST)
    },
    [flush],
  )

  useEffect(() => () => clearTimeout(timer.current), [])
  return { draft, type, flush }
}
