import { Fragment } from 'react'
import type { ActionRecord } from '../../domain/action.ts'
import { Time } from '../../ui/Time.tsx'
import styles from './Activity.module.css'

/** Every phase reached, in order, each with its time: "queued 14:02:01 · sent 14:02:06 · accepted 14:02:06". */
export const Phases = ({ action }: { action: ActionRecord }) => (
  <p className={styles.phases}>
    {action.steps.map((step, at) => (
      <Fragment key={`${step.phase} ${step.at}`}>
        {at > 0 && ' · '}
        <span>
          {step.phase} <Time at={step.at / 1000} as="clock" />
        </span>
      </Fragment>
    ))}
  </p>
)
