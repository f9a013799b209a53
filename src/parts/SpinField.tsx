import { useId, useState } from 'react'
import type { ComponentProps, ReactNode } from 'react'
import { Spinbox } from '../ui/Spinbox.tsx'
import styles from './dialogs.module.css'

type Props = Omit<ComponentProps<typeof Spinbox>, 'id' | 'onFault'> & {
  note: ReactNode
  /** Told why the act must wait for what is typed here, or null. */
  onFault: (why: string | null) => void
  /** Below it. */
  children?: ReactNode
}

/** A whole number in a dialog: its name, the number, and what it means or why it cannot be. */
export function SpinField({ label, note, onFault, children, ...number }: Props) {
  const id = useId()
  const [fault, setFault] = useState<string | null>(null)
  const tell = (why: string | null) => {
    setFault(why)
    onFault(why)
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Spinbox id={id} label={label} onFault={tell} {...number} />
      <span aria-live="polite" className={styles.note} data-fault={fault !== null}>
        {fault ?? note}
      </span>
      {children}
    </div>
  )
}
