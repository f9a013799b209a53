import { entryOfRebuild, isAskedOf, resultStrip, stripWords } from '../domain/attempts.ts'
import type { Rebuild } from '../domain/attempts.ts'
import type { Job } from '../domain/job.ts'
import { jobWord } from '../domain/state.ts'
import { useIdentity } from '../stores/identity.ts'
import { useClockText } from '../ui/zone.ts'
import { useLogOfRow } from './RowsLog.tsx'
import styles from './JobAsked.module.css'

type Props = {
  job: Job
  /** Of its work since, oldest first. */
  rebuilds: readonly Rebuild[]
}

/** Who has rebuilt a job last, and what came of it: "rebuilt by ann 14:02 (job 8812): success". */
export function RebuiltBy({ job, rebuilds }: Props) {
  const clock = useClockText()
  const { me } = useIdentity()
  const log = useLogOfRow()
  const rebuild = rebuilds.findLast((one) => isAskedOf(one, job, log))
  if (!rebuild) return null
  const number = entryOfRebuild(rebuild, log)?.number ?? null
  const strip = resultStrip(rebuild)
  const [first] = strip.runs
  const times = strip.of > 1 ? ` ×${strip.of}` : ''
  const who = rebuild.who === me ? 'you' : (rebuild.who.split('@')[0] ?? rebuild.who)
  const came = strip.of > 1 || !first ? stripWords(strip) : jobWord(first.state, first.result)
  return (
    <span className={styles.rebuilt} title={`rebuilt${times} by ${rebuild.who}: ${came}`}>
      rebuilt{times} by {who} {clock(rebuild.at).slice(0, 5)}
      {number !== null && ` (job ${number})`}: {came}
    </span>
  )
}
