import { useLayoutEffect, useRef } from 'react'
import type { FocusEvent, RefObject } from 'react'

type BarFocus = {
  /** Whose focus it is. */
  bar: RefObject<HTMLDivElement | null>
  /** For the bar: where focus is in it. */
  onFocus: (event: FocusEvent) => void
  onBlur: (event: FocusEvent) => void
  /** The control that a dialog would give focus back to is about to go. */
  expectLoss: () => void
}

/**
 * Most controls of the bar go when they are pressed. Focus then goes on to the first control that is left in their line
 * (`data-line`), else in the bar, else to the list, and never back to the top of the page.
 */
export function useBarFocus(): BarFocus {
  const bar = useRef<HTMLDivElement>(null)
  /** The line that focus is or was in; null while it is elsewhere. */
  const line = useRef<Element | null>(null)
  const expected = useRef(false)

  useLayoutEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body
    if (!lost || (line.current === null && !expected.current)) return
    const from = line.current?.isConnected ? line.current : bar.current
    expected.current = false
    line.current = null
    const goal =
      from?.querySelector<HTMLElement>('button') ??
      document.querySelector<HTMLElement>(':is([role=grid], [role=treegrid]) [tabindex="0"]') ??
      document.getElementById('main')
    goal?.focus({ preventScroll: true })
  })

  return {
    bar,
    onFocus: ({ target }) => {
      line.current = target.closest('[data-line]')
    },
    // What is taken out of the document is told of no blur: then the line stays.
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) line.current = null
    },
    expectLoss: () => {
      expected.current = true
    },
  }
}
