import { undo } from '../actions/outbox.ts'
import type { ActionRecord } from '../domain/action.ts'
import { phaseOf } from '../domain/actionLife.ts'
import { askedText, heldWord, underWay } from '../domain/actionWords.ts'
import type { Rebuild } from '../domain/attempts.ts'
import type { Job } from '../domain/job.ts'
import { useIdentity } from '../stores/identity.ts'
import { PhaseTrack } from '../ui/PhaseTrack.tsx'
import { UndoRing } from '../ui/UndoRing.tsx'
import { RebuiltBy } from './RebuiltBy.tsx'
import { alsoAffects } from './alsoAffects.ts'
import { useIsArmed } from './cancelPress.ts'
import styles from './JobAsked.module.css'

type Props = {
  job: Job
  revision: string | null
  actions: readonly ActionRecord[]
  /** The rebuilds of its work since that a list shows, where one is looked at. */
  rebuilds?: readonly Rebuild[] | undefined
}

/** What was asked for a job last and how far it came, on its row; who has rebuilt it; or the question before a cancel that hits others. */
export function JobAsked({ job, revision, actions, rebuilds }: Props) {
  const armed = useIsArmed(job.key)
  const { me } = useIdentity()
  if (armed) {
    const others = `also affects ${alsoAffects(job.requests, revision)}`
    return (
      <span className={styles.others} role="status" title={`${others}: press Cancel again to go on`}>
        {others}
      </span>
    )
  }
  const latest = actions.find((record) => phaseOf(record) !== 'undone')
  if (!latest) return rebuilds ? <RebuiltBy job={job} rebuilds={rebuilds} /> : null
  const phase = phaseOf(latest)
  const also = underWay(actions.filter((record) => record !== latest))
  return (
    <>
      <PhaseTrack phase={phase} steps={latest.steps}>
        {[
          latest.job === null ? null : `job ${latest.job}`,
          askedText(latest.plan),
          heldWord(latest, me),
          also && `also ${also}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </PhaseTrack>
      {phase === 'queued' && (
        <UndoRing
          from={latest.steps[0]?.at ?? latest.sendAt}
          until={latest.sendAt}
          of={askedText(latest.plan)}
          onUndo={() => undo(latest.id)}
        />
      )}
    </>
  )
}
