import { useEffect } from 'react'
import { sendNow, undo } from '../actions/outbox.ts'
import { useAction } from '../actions/store.ts'
import { phaseOf } from '../domain/actionLife.ts'
import { openActivity } from '../stores/frame.ts'
import { dismissToast, useToasts } from '../stores/toasts.ts'
import type { Toast } from '../stores/toasts.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { UndoRing } from '../ui/UndoRing.tsx'
import { cx } from '../ui/cx.ts'
import styles from './Toasts.module.css'

/** How long a toast that is no error stays, in milliseconds. */
const stay = 7_000

/** Announcements: they say a thing once and lead to Activity, where it stays. Errors stay until they are put away. */
export function Toasts() {
  const toasts = useToasts()
  const errors = toasts.filter((toast) => toast.tone === 'error')
  const others = toasts.filter((toast) => toast.tone !== 'error')
  return (
    <div className={styles.toasts}>
      <div role="alert">
        {errors.map((toast) => (
          <Item key={toast.id} toast={toast} />
        ))}
      </div>
      <div role="status" aria-label="Announcements">
        {others.map((toast) => (
          <Item key={toast.id} toast={toast} />
        ))}
      </div>
    </div>
  )
}

function Item({ toast }: { toast: Toast }) {
  const { id, text, tone, actionId, href } = toast
  const action = useAction(actionId)
  const bad = tone === 'error'
  useEffect(() => {
    if (bad) return
    const timer = setTimeout(() => dismissToast(id), stay)
    return () => clearTimeout(timer)
    // A toast that takes the place of another one starts anew.
  }, [id, bad, text])
  return (
    <div className={cx(styles.toast, bad && styles.bad)} data-look={bad ? 'failure' : 'success'}>
      {bad && <Glyph word="failure" className={styles.mark} />}
      <span>{text}</span>
      {action && !action.batch && phaseOf(action) === 'queued' && (
        <UndoRing from={action.steps[0]?.at ?? action.sendAt} until={action.sendAt} onUndo={() => undo(action.id)} />
      )}
      {action?.hold === 'collision' && phaseOf(action) === 'queued' && (
        <Button variant="quiet" small onClick={() => sendNow(action.id)}>
          Send now
        </Button>
      )}
      {actionId !== null && (
        <Button variant="quiet" small onClick={() => openActivity(actionId)}>
          Show
        </Button>
      )}
      {href && (
        <a className={styles.open} href={href}>
          Open
        </a>
      )}
      <IconButton icon="close" label="Dismiss" small onClick={() => dismissToast(id)} />
    </div>
  )
}
