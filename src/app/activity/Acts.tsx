import { lookAgain, sendAgain, sendNow, undo } from '../../actions/outbox.ts'
import type { ActionRecord } from '../../domain/action.ts'
import { phaseOf } from '../../domain/actionLife.ts'
import { isHeld, sendAgainAllowed } from '../../domain/actionState.ts'
import { planTitle } from '../../domain/actionWords.ts'
import { openActivity } from '../../stores/frame.ts'
import { useIdentity } from '../../stores/identity.ts'
import { Button } from '../../ui/Button.tsx'
import { UndoRing } from '../../ui/UndoRing.tsx'

/** What can be done about one action as it stands. A target that waits for its turn in a batch has the batch's buttons. */
export function Acts({ action }: { action: ActionRecord }) {
  const { me } = useIdentity()
  const phase = phaseOf(action)
  if (phase === 'queued') {
    const held = isHeld(action, me)
    if (action.batch && action.hold !== 'collision') return null
    return (
      <>
        {held ? (
          <Button small onClick={() => undo(action.id)}>
            Undo
          </Button>
        ) : (
          <UndoRing
            from={action.steps[0]?.at ?? action.sendAt}
            until={action.sendAt}
            of={planTitle(action.plan)}
            onUndo={() => undo(action.id)}
          />
        )}
        <Button small onClick={() => sendNow(action.id)}>
          Send now
        </Button>
      </>
    )
  }
  const again = () => {
    const next = sendAgain(action.id)
    if (next !== null) openActivity(next)
  }
  return (
    <>
      {(phase === 'unknown' || phase === 'not seen') && (
        <Button small onClick={() => lookAgain(action.id)}>
          Look again
        </Button>
      )}
      {sendAgainAllowed(action) && (
        <Button small onClick={again}>
          Send again
        </Button>
      )}
    </>
  )
}
