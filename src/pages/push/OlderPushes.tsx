import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { age } from '../../domain/duration.ts'
import { TOLD, isTry, olderPushes } from '../../domain/olderPushes.ts'
import { paths } from '../../domain/paths.ts'
import { several } from '../../parts/several.ts'
import { useUserWork } from '../../queries/userWork.ts'
import { useIdentity } from '../../stores/identity.ts'
import { Menu } from '../../ui/Menu.tsx'

type Props = {
  branch: string
  revision: string
  /** Seconds since epoch. */
  submitted: number
}

/** On a push of one's own on try: the older ones that still use the farm, and the way to cancel them. */
export function OlderPushes({ branch, revision, submitted }: Props) {
  const navigate = useNavigate()
  const { me } = useIdentity()
  const work = useUserWork(branch, isTry(branch) ? me : null).value
  const older = useMemo(() => (work ? olderPushes(work, { revision, submitted }) : []), [work, revision, submitted])
  if (work === null || older.length === 0) return null
  const jobs = older.reduce((sum, { pending, running }) => sum + pending + running, 0)
  const least = work.pending.length >= TOLD || work.running.length >= TOLD ? 'at least ' : ''
  const uses = older.length === 1 ? 'uses' : 'use'
  return (
    <Menu
      label={`${several(older.length, 'older push', 'older pushes')} of yours still ${uses} ${least}${several(jobs, 'job')}`}
      variant="quiet"
      arrow
      align="end"
      items={() =>
        older.map((push) => ({
          label: push.revision,
          detail: [
            `${push.running} running`,
            `${push.pending} pending`,
            `${age(submitted - push.submitted) ?? 'a day or more'} before this one`,
          ].join(' · '),
          onSelect: () => void navigate(paths.push(branch, push.revision)),
        }))
      }
      foot="Opens the push, where Cancel push is."
    />
  )
}
