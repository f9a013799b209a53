import { useMemo, useState } from 'react'
import { proposeMany } from '../../actions/many.ts'
import { proposePush } from '../../actions/proposePush.ts'
import { parseBuilder } from '../../domain/builderName.ts'
import { guardFor, tooManyRuns, usualLimits } from '../../domain/guard.ts'
import { whyNoJob } from '../../domain/newWork.ts'
import { jobPlan } from '../../domain/pushPlan.ts'
import { SpinField } from '../../parts/SpinField.tsx'
import { PreviewFrame } from '../../parts/preview/PreviewFrame.tsx'
import { PRIORITY_LIMIT } from '../../parts/priorityLimit.ts'
import { several } from '../../parts/several.ts'
import { useFaults } from '../../parts/useFaults.ts'
import { useBuilders } from '../../queries/builders.ts'
import { useLoadedToday } from '../../queries/loadedDay.ts'
import { buildersOf } from '../../table/builders.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { BuilderBox } from './BuilderBox.tsx'
import styles from './newWork.module.css'

type Props = { table: JobTable; branch: string; revision: string; onClose: () => void }

/** One more job of any builder at the push, or several: each run is a request of its own, asked for one by one. */
export function AddJobDialog({ table, branch, revision, onClose }: Props) {
  const [builder, setBuilder] = useState('')
  const [priority, setPriority] = useState(0)
  const [count, setCount] = useState(1)
  const { fault, tell } = useFaults()
  const seen = useBuilders(branch, true)
  const today = useLoadedToday(branch)
  const known = useMemo(
    () => [...new Set([...(seen.value ?? []), ...buildersOf(table), ...(today ? buildersOf(today) : [])])],
    [seen.value, table, today],
  )
  const name = builder.trim()
  const { kind } = parseBuilder(name)

  const add = () => {
    const one = jobPlan(name, { branch, revision }, priority)
    if (count === 1) proposePush(one.plan, one.subject)
    else
      proposeMany(
        Array.from({ length: count }, () => one),
        { title: `Add ${several(count, 'job')}` },
      )
  }
  return (
    <PreviewFrame
      title="Add a job"
      guard={guardFor({ act: 'newBuild', targets: 1, count, revision, branch })}
      notYet={whyNoJob(name, seen.value === null ? null : known) ?? fault}
      verb="Add"
      jobs={count}
      named={`Add ${several(count, 'job')}`}
      writes={count}
      way="Close"
      onAct={add}
      onClose={onClose}
    >
      <p className={styles.lead}>
        Starts a builder at <code>{revision}</code> on <b>{branch}</b>, whether or not the push has a job of it.
      </p>
      <BuilderBox known={known} value={builder} onChange={setBuilder} />
      {seen.failure !== null && (
        <p className={styles.note}>
          The server’s list of builders could not be read: only those of loaded jobs are offered. Any name can be typed;
          the server takes one nobody knows, too, and then nothing comes of it.
        </p>
      )}
      <SpinField
        label="Count"
        value={count}
        min={1}
        max={usualLimits.count}
        tooMuch={tooManyRuns(usualLimits.count)}
        note="runs, each asked for by itself: the server takes no count here"
        onChange={setCount}
        onFault={tell('Count')}
      />
      <SpinField
        label="Priority"
        value={priority}
        min={-PRIORITY_LIMIT}
        max={PRIORITY_LIMIT}
        note="higher goes first"
        onChange={setPriority}
        onFault={tell('Priority')}
      />
      {(kind === 'test' || kind === 'talos') && (
        <p className={styles.note}>
          A test started this way is not told which build to test. Where the push has this job already, <b>Rebuild</b>{' '}
          keeps what it was given.
        </p>
      )}
    </PreviewFrame>
  )
}
