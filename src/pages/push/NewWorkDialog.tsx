import { useState } from 'react'
import { proposePush } from '../../actions/proposePush.ts'
import { guardFor } from '../../domain/guard.ts'
import { likelyStarts, newWorkWords } from '../../domain/newWork.ts'
import type { NewWork } from '../../domain/newWork.ts'
import { pushPlan } from '../../domain/pushPlan.ts'
import { PRIORITY_LIMIT } from '../../parts/priorityLimit.ts'
import { SpinField } from '../../parts/SpinField.tsx'
import { useFaults } from '../../parts/useFaults.ts'
import { PreviewFrame } from '../../parts/preview/PreviewFrame.tsx'
import { useBuilders } from '../../queries/builders.ts'
import { LikelyStarts } from './LikelyStarts.tsx'
import styles from './newWork.module.css'

type Props = { work: NewWork; branch: string; revision: string; onClose: () => void }

/** What new work at the push would start, as far as anybody is told, before it is asked for. */
export function NewWorkDialog({ work, branch, revision, onClose }: Props) {
  const [priority, setPriority] = useState(0)
  const { fault, tell } = useFaults()
  const builders = useBuilders(branch, true)
  const { title, act, what, takesPriority, builders: kind } = newWorkWords[work]

  const start = () => {
    const { plan, subject } = pushPlan(work, { branch, revision }, priority)
    proposePush(plan, subject)
  }
  return (
    <PreviewFrame
      title={title}
      guard={guardFor({ act: work, targets: 1, revision, branch })}
      notYet={fault}
      verb="Start"
      jobs={1}
      named={act}
      writes={1}
      way="Close"
      onAct={start}
      onClose={onClose}
    >
      <p className={styles.lead}>
        {what} At <code>{revision}</code> on <b>{branch}</b>.
      </p>
      {takesPriority && (
        <SpinField
          label="Priority"
          value={priority}
          min={-PRIORITY_LIMIT}
          max={PRIORITY_LIMIT}
          note="higher goes first; all of them get it"
          onChange={setPriority}
          onFault={tell('Priority')}
        />
      )}
      <LikelyStarts
        names={builders.value && likelyStarts(work, builders.value)}
        failed={builders.failure !== null}
        kind={kind}
        branch={branch}
      />
      <p className={styles.note}>
        The server checks the branch and nothing else, and does not tell what it will make. Where there is nothing to
        start, the agent answers “No builds to create”: then this reads <i>nothing to do</i>.
      </p>
    </PreviewFrame>
  )
}
