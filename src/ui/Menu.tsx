import type { KeyboardEvent, ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'
import { Popover } from './Popover.tsx'
import type { PopoverProps } from './Popover.tsx'
import styles from './Popover.module.css'

export type MenuItem = {
  label: string
  /** A second line in small type: what would be copied, what would happen. */
  detail?: string
  /** The shortcut that does the same. */
  shortcut?: string
  /** Why it can't be done now. */
  reason?: string | null
  onSelect: () => void
}

type Props = Omit<PopoverProps, 'haspopup'> & { items: () => readonly MenuItem[]; foot?: ReactNode }

/** A button that opens a menu, of what `items` are then. Arrow keys, Home, End and first letters move; Enter acts. */
export const Menu = ({ items, foot, ...button }: Props) => (
  <Popover {...button} haspopup="menu">
    {(close) => (
      <>
        <div role="menu" aria-label={button.label} onKeyDown={move}>
          {items().map(({ label, detail, shortcut, reason, onSelect }, at) => (
            <button
              key={label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              {...(at === 0 ? { 'data-autofocus': '' } : {})}
              {...(reason ? { 'aria-disabled': true } : {})}
              onClick={() => {
                if (reason) return
                close()
                onSelect()
              }}
            >
              <span>{label}</span>
              {shortcut && <Kbd>{shortcut}</Kbd>}
              {(reason ?? detail) && <span className={reason ? styles.reason : styles.detail}>{reason ?? detail}</span>}
            </button>
          ))}
        </div>
        {foot && <p className={styles.foot}>{foot}</p>}
      </>
    )}
  </Popover>
)

function move(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const at = items.findIndex((item) => item === document.activeElement)
  const to = target(event.key, at, items)
  if (to === null) return
  event.preventDefault()
  items.at(to)?.focus()
}

function target(key: string, at: number, items: readonly HTMLElement[]): number | null {
  if (key === 'ArrowDown') return (at + 1) % items.length
  if (key === 'ArrowUp') return at <= 0 ? items.length - 1 : at - 1
  if (key === 'Home') return 0
  if (key === 'End') return items.length - 1
  if (key.length !== 1 || key === ' ') return null
  const letter = key.toLowerCase()
  const found = items.findIndex((item, place) => place > at && item.textContent.toLowerCase().startsWith(letter))
  return found >= 0 ? found : null
}
