import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './Icon.tsx'
import { cx } from './cx.ts'
import styles from './Button.module.css'

export type ButtonVariant = 'normal' | 'primary' | 'quiet' | 'danger' | 'dangerQuiet'

type Props = Omit<ComponentProps<'button'>, 'type' | 'disabled'> & {
  variant?: ButtonVariant
  /** 24 px instead of the density's control height. */
  small?: boolean
  icon?: IconName
  /** Why this can't be done now. The button stays in reach, tells the reason and does nothing. */
  reason?: string | null | undefined
  children?: ReactNode
}

/** The one button. A refused act is never hidden and never mute: pass `reason`. */
export function Button({ variant = 'normal', small, icon, reason, children, className, onClick, ...rest }: Props) {
  const press = reason ? (event: MouseEvent) => event.preventDefault() : onClick
  return (
    <button
      {...rest}
      type="button"
      className={cx(
        styles.button,
        styles[variant],
        small && styles.small,
        children === undefined && styles.icon,
        className,
      )}
      onClick={press}
      {...(reason ? { 'aria-disabled': true, 'aria-description': reason, title: reason } : {})}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A button that is only a drawing; `label` is its name. */
export const IconButton = ({
  label,
  title = label,
  ...rest
}: Omit<Props, 'children' | 'icon'> & { label: string; icon: IconName }) => (
  <Button variant="quiet" {...rest} aria-label={label} title={rest.reason ?? title} />
)
