import type { ActionRecord } from '../../domain/action.ts'
import { phaseOf } from '../../domain/actionLife.ts'
import { heldWord, planTitle } from '../../domain/actionWords.ts'
import { paths } from '../../domain/paths.ts'
import { useIdentity } from '../../stores/identity.ts'
import { PhaseTrack } from '../../ui/PhaseTrack.tsx'
import { cx } from '../../ui/cx.ts'
import link from '../../ui/link.module.css'
import { Acts } from './Acts.tsx'
import { Evidence } from './Evidence.tsx'
import { Phases } from './Phases.tsx'
import { Said } from './Said.tsx'
import { edgeOf } from './edge.ts'
import styles from './Activity.module.css'

type Props = {
  action: ActionRecord
  /** Milliseconds. */
  now: number
  wanted: boolean
}

/** One target of a batch: what of it was asked, every phase it reached, what was answered, what can be done. */
export function TargetItem({ action, now, wanted }: Props) {
  const held = heldWord(action, useIdentity().me)
  return (
    <li className={cx(styles.target, edgeOf(action, now), wanted && styles.wanted)}>
      <p className={styles.builder}>
        <b>{planTitle(action.plan)}</b>{' '}
        <a className={link.link} href={pathOf(action)}>
          {action.subject.builder ?? action.plan.branch}
        </a>
      </p>
      <div className={styles.line}>
        <PhaseTrack phase={phaseOf(action)} steps={action.steps}>
          {action.job !== null && (
            <a className={link.link} href={paths.job(action.job)}>
              job {action.job}
            </a>
          )}
          {held}
        </PhaseTrack>
        <span className={styles.acts}>
          <Acts action={action} />
        </span>
      </div>
      <Phases action={action} />
      <Said action={action} />
      <Evidence action={action} />
    </li>
  )
}

/** The page of what was asked about. */
function pathOf({ plan, subject }: ActionRecord): string {
  const { branch } = plan
  if (subject.buildId !== null) return paths.build(branch, subject.buildId)
  const [request] = subject.requestIds
  return request === undefined ? paths.queue(branch) : paths.request(branch, request)
}
