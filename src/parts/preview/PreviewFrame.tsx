import { useEffect, useId, useState } from 'react'
import type { ReactNode } from 'react'
import { BATCH_PACE } from '../../domain/batch.ts'
import { duration } from '../../domain/duration.ts'
import { isTyped } from '../../domain/guard.ts'
import type { Guard } from '../../domain/guard.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Glyph } from '../../ui/Glyph.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { several } from '../several.ts'
import { useSignedOut } from '../useSignedOut.ts'
import styles from './preview.module.css'

type Props = {
  title: string
  guard: Guard
  /** What is to be chosen before the act, besides what the guard asks for. */
  notYet?: string | null
  /** `Cancel`, `Rebuild`: what the act button says before how many. */
  verb: string
  /** Jobs that will be asked for. */
  jobs: number
  /** Name of the act where it is none on jobs that are there. */
  named?: string
  /** Writes it takes, one after the other. */
  writes: number
  danger?: boolean
  /** The way out. */
  way: 'Keep running' | 'Close'
  onAct: () => void
  onClose: () => void
  children?: ReactNode
}

/** The question before an act on many jobs: what it would do, what guards it, the act, and the way out. */
export function PreviewFrame({
  title,
  guard,
  notYet = null,
  verb,
  jobs,
  named,
  writes,
  danger,
  way,
  onAct,
  onClose,
  children,
}: Props) {
  const field = useId()
  const wayOut = useId()
  const [typed, setTyped] = useState('')
  const signedOut = useSignedOut()
  const undoSeconds = usePreferences((preferences) => preferences.undoSeconds)
  const matches = guard.kind === 'typed' && isTyped(guard.type, typed)
  const reason = signedOut
    ? 'Read-only: sign in to act'
    : guard.kind === 'refused'
      ? guard.why
      : guard.kind === 'typed' && !matches
        ? `Type ${guard.type} first`
        : notYet

  // Nothing is done by a press that comes too soon: the way out has the focus, not the field.
  useEffect(() => document.getElementById(wayOut)?.focus(), [wayOut])

  const act = () => {
    if (reason !== null) return
    onAct()
    onClose()
  }
  const name = named ?? `${verb} ${jobs} jobs`
  return (
    <Dialog
      alert
      title={title}
      onClose={onClose}
      onEnter={act}
      footer={
        <>
          {guard.kind === 'typed' && (
            <div className={styles.typed}>
              <label htmlFor={field}>
                Type <code>{guard.type}</code> to confirm
              </label>
              <div>
                <input
                  id={field}
                  type="text"
                  autoComplete="off"
                  spellCheck={false}
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                />
                {matches && (
                  <StatusChip word="success" plain>
                    matches
                  </StatusChip>
                )}
              </div>
            </div>
          )}
          {guard.kind === 'refused' && (
            <p className={styles.refusal} data-look="warnings">
              <Glyph word="warnings" />
              {guard.why}.
            </p>
          )}
          <span className={styles.undo}>{guard.kind !== 'refused' && undoWords(undoSeconds, writes)}</span>
          <Button id={wayOut} onClick={onClose}>
            {way}
          </Button>
          {/* The name is fixed, so that anything outside can drive the app; one job reads as one, and many in groups of digits. */}
          <Button variant={danger ? 'danger' : 'primary'} reason={reason} aria-label={name} onClick={act}>
            {named ?? `${verb} ${several(jobs, 'job')}`}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}

/** What follows the press: the time to take it back, and how long sending takes. */
function undoWords(seconds: number, writes: number): string {
  const undo =
    seconds > 0 ? `Then ${seconds} s to undo, before anything is sent` : 'Sent at once: no time to undo is set'
  return writes > 1 ? `${undo}; one at a time, ${duration((writes * BATCH_PACE) / 1000)} at least` : undo
}
