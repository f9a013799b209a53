import { useActions } from '../../actions/store.ts'
import type { JobRequest } from '../../contract/records.ts'
import { phaseOf } from '../../domain/actionLife.ts'
import { planTitle } from '../../domain/actionWords.ts'
import { entryFits } from '../../domain/reconcile.ts'
import { openActivity } from '../../stores/frame.ts'
import { Button } from '../../ui/Button.tsx'
import { PhaseTrack } from '../../ui/PhaseTrack.tsx'
import { Section } from '../../ui/Section.tsx'
import page from '../../ui/page.module.css'

/** The action of this browser that an entry of the log is; nothing where it is none. */
export function OwnAction({ id, entry }: { id: number; entry: JobRequest }) {
  const own = useActions().find((action) => action.job === id && entryFits(action.plan, entry))
  if (!own) return null
  const { plan, batch, steps } = own
  return (
    <Section title="Asked from this browser">
      <p className={page.acts}>
        <span>
          {planTitle(plan)}
          {batch && `, ${batch.place} of ${batch.of} in “${batch.title}”`}
        </span>
        <PhaseTrack phase={phaseOf(own)} steps={steps} />
        <Button small onClick={() => openActivity(own.id)}>
          Show in Activity
        </Button>
      </p>
    </Section>
  )
}
