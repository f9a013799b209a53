import { useId, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { IconButton } from './Button.tsx'
import styles from './Dialog.module.css'

type Props = {
  title: string
  onClose: () => void
  children: ReactNode
  /** Buttons. */
  footer?: ReactNode
  /** What Enter in a field does. */
  onEnter?: () => void
  /** A cross beside the title: where none of the buttons below is a way out. */
  cross?: boolean
  /** An answer is due: no closing by a press beside it. */
  alert?: boolean
}

/**
 * A dialog on the browser's own `<dialog>`: focus stays in, Escape closes, focus goes back, the rest is inert.
 * Radix's would add a style element for its scroll lock, which our content policy refuses.
 */
export function Dialog({ title, onClose, children, footer, onEnter, cross, alert }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // What is asked for comes first, else the button marked for it; else the browser takes the first that can have focus.
    element?.querySelector<HTMLElement>('[data-autofocus], input')?.focus()
    // The element gives focus back to what had it when it closes, so it must be closed before it goes.
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      {...(alert ? { role: 'alertdialog' } : {})}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => {
        if (!onEnter || event.key !== 'Enter' || event.repeat || event.defaultPrevented) return
        if (!(event.target instanceof HTMLInputElement)) return
        // Else the same key presses the button that focus goes back to, and the dialog opens anew.
        event.preventDefault()
        onEnter()
      }}
      closedby={alert ? 'closerequest' : 'any'}
    >
      <div className={styles.inside}>
        <header>
          <h2 id={titleId}>{title}</h2>
          {cross && <IconButton icon="close" label="Close" onClick={onClose} />}
        </header>
        <div className={styles.body}>{children}</div>
        {footer && <footer>{footer}</footer>}
      </div>
    </dialog>
  )
}
