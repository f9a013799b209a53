import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import type { ButtonVariant } from './Button.tsx'
import { Icon } from './Icon.tsx'
import type { IconName } from './Icon.tsx'
import styles from './Popover.module.css'

export type PopoverProps = {
  /** Accessible name of the button. */
  label: string
  /** What the button shows; its name when left out and there is no icon. */
  shown?: ReactNode
  icon?: IconName
  variant?: ButtonVariant
  small?: boolean
  /** A small arrow down after the words. */
  arrow?: boolean
  haspopup: 'menu' | 'dialog' | 'listbox'
  align?: 'start' | 'end'
}

/**
 * A button and what it opens beside itself, on the browser's own popover: in the top layer, closed by Escape and by a
 * press elsewhere. What is inside is made when it opens. (Radix's menus would add a style element, as its dialog does.)
 */
export function Popover({ children, ...props }: PopoverProps & { children: (close: () => void) => ReactNode }) {
  const { label, shown, icon, variant, small, arrow, haspopup, align = 'start' } = props
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const words =
    shown === undefined && icon && !arrow ? undefined : (
      <>
        {shown ?? (icon ? null : label)}
        {arrow && <Icon name="down" />}
      </>
    )
  const close = () => document.getElementById(id)?.hidePopover()

  useLayoutEffect(() => {
    if (!open || !button.current || !panel.current) return
    place(button.current.getBoundingClientRect(), panel.current, align)
    panel.current.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [open, align])

  useEffect(() => {
    if (!open) return
    // It is fixed to the window: once its button moves away it would hang in the air.
    const leave = (event: Event) => {
      if (!(event.target instanceof Node && panel.current?.contains(event.target))) panel.current?.hidePopover()
    }
    window.addEventListener('scroll', leave, { capture: true, passive: true })
    window.addEventListener('resize', leave)
    return () => {
      window.removeEventListener('scroll', leave, { capture: true })
      window.removeEventListener('resize', leave)
    }
  }, [open])

  return (
    <>
      <Button
        ref={button}
        variant={variant ?? 'normal'}
        {...(icon ? { icon } : {})}
        {...(small ? { small } : {})}
        aria-label={label}
        aria-haspopup={haspopup}
        aria-expanded={open}
        popoverTarget={id}
      >
        {words}
      </Button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={styles.panel}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && children(close)}
      </div>
    </>
  )
}

const gap = 4
const edge = 8

/** Below the button where there is room, else above; never past the window's edge. */
function place(button: DOMRect, panel: HTMLElement, align: 'start' | 'end'): void {
  const { width, height } = panel.getBoundingClientRect()
  const left = align === 'start' ? button.left : button.right - width
  const below = button.bottom + gap
  const fits = below + height <= window.innerHeight - edge || button.top - gap - height < edge
  panel.style.left = `${Math.max(edge, Math.min(left, window.innerWidth - width - edge))}px`
  panel.style.top = `${fits ? below : button.top - gap - height}px`
}
