import { useId } from 'react'
import { Spinbox } from '../ui/Spinbox.tsx'
import styles from './dialogs.module.css'

type Props = { label: string; value: number; min: number; max: number; note: string; onChange: (value: number) => void }

/** A whole number in a dialog: its name, the number, and what it means. */
export function SpinField({ label, note, ...number }: Props) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Spinbox id={id} label={label} {...number} />
      <span className={styles.note}>{note}</span>
    </div>
  )
}
