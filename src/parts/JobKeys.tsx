import { useEffect, useRef } from 'react'
import { ask } from '../actions/outbox.ts'
import { useCommands } from '../commands/registry.ts'
import type { Job } from '../domain/job.ts'
import type { Verb } from '../domain/propose.ts'
import { whyNot } from '../domain/whyNot.ts'
import { pickAll, pickedKeys } from '../stores/selection.ts'
import type { PickLine } from '../stores/selection.ts'
import { announce } from '../ui/announce.ts'
import { pressCancel } from './cancelPress.ts'
import { openJobDialog } from './jobDialog.ts'
import { pick, tellOrder } from './picking.ts'

/** What the keyboard stands on: a job in a push, or a push with the keys of its jobs. */
export type Here = { job: Job; item: string; revision: string | null } | { keys: () => readonly string[] }

type Props = {
  place: string
  branch: string
  signedOut: boolean
  here: () => Here | null
  /** The lines of jobs as they stand, for ranges. */
  lines: () => readonly PickLine[]
}

const acts = { cancel: 'cancel', rebuild: 'rebuild', raise: 'reprioritize', lower: 'reprioritize' } as const

/** The keys of a list that do something to the job under the cursor, or pick it. */
export function JobKeys({ place, branch, signedOut, here, lines }: Props) {
  const latest = useRef(lines)
  useEffect(() => {
    latest.current = lines
  })
  useEffect(() => tellOrder(place, () => latest.current()), [place])

  /** Does something to the job under the cursor, or says why not. */
  const act = (verb: keyof typeof acts, run: (job: Job, revision: string | null) => void) => () => {
    const at = here()
    if (!at || !('job' in at)) return announce('Go to a job first')
    const reason = whyNot(acts[verb], at.job, { signedOut, branch })
    if (reason === null) run(at.job, at.revision)
    else announce(reason)
  }
  const asks = (verb: Verb & keyof typeof acts) => act(verb, (job) => ask(verb, job, branch))

  const picks = (range: boolean) => () => {
    const at = here()
    if (!at) return announce('Go to a job first')
    if ('job' in at) return pick(place, at.item, at.job, range)
    const keys = at.keys()
    const had = pickedKeys(place)
    const all = keys.every((key) => had.has(key))
    pickAll(place, all ? [...had].filter((key) => !keys.includes(key)) : [...had, ...keys])
  }

  useCommands([
    {
      keys: 'c',
      run: act('cancel', (job, revision) => pressCancel(job, branch, revision)),
    },
    { keys: 'r', run: asks('rebuild') },
    {
      keys: 'R',
      run: act('rebuild', (job) => openJobDialog({ kind: 'rebuild', job, branch })),
    },
    { keys: '+', run: asks('raise') },
    { keys: '-', run: asks('lower') },
    { keys: 'x', run: picks(false) },
    { keys: 'X', run: picks(true) },
  ])
  return null
}
