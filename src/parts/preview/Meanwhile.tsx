import { useState } from 'react'
import { several } from '../several.ts'
import { namesText } from './people.ts'
import type { LeftOut } from './usePicked.ts'
import styles from './preview.module.css'

/** What names a job for as long as it lives: its key changes when it starts. */
const nameOf = ({ job }: LeftOut): string => String(job.requests[0]?.requestId ?? job.key)

/** Says which of the jobs in question have ended or gone since it was put, beside those that were left out from the start. */
export function Meanwhile({ leftOut }: { leftOut: readonly LeftOut[] }) {
  const [before] = useState(() => new Set(leftOut.map(nameOf)))
  const since = leftOut.filter((one) => !before.has(nameOf(one)))
  return (
    <p role="status" className={styles.meanwhile}>
      {since.length > 0 &&
        `Left out since this was opened: ${several(since.length, 'job')}, ${namesText(since.map(({ job }) => job.builder))}. Why is told below.`}
    </p>
  )
}
