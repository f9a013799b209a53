import { undo } from '../../actions/outbox.ts'
import { useActions } from '../../actions/store.ts'
import { phaseOf } from '../../domain/actionLife.ts'
import { askedText } from '../../domain/actionWords.ts'
import { sameRevision } from '../../domain/revision.ts'
import { PhaseTrack } from '../../ui/PhaseTrack.tsx'
import { UndoRing } from '../../ui/UndoRing.tsx'
import styles from './push.module.css'

/** What was asked of the whole push last, and how far it came: on a line of its own, so that no button moves for it. */
export function PushAsked({ branch, revision }: { branch: string; revision: string }) {
  const latest = useActions().find(
    (record) =>
      'revision' in record.plan &&
      record.plan.branch === branch &&
      sameRevision(record.plan.revision, revision) &&
      phaseOf(record) !== 'undone',
  )
  if (!latest) return null
  const phase = phaseOf(latest)
  return (
    <p className={styles.asked}>
      <PhaseTrack phase={phase} steps={latest.steps}>
        {[latest.job === null ? '' : `job ${latest.job}`, askedText(latest.plan)].filter(Boolean).join(' · ')}
      </PhaseTrack>
      {phase === 'queued' && (
        <UndoRing
          from={latest.steps[0]?.at ?? latest.sendAt}
          until={latest.sendAt}
          of={askedText(latest.plan)}
          onUndo={() => undo(latest.id)}
        />
      )}
    </p>
  )
}
