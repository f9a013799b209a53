import { create } from 'zustand'
import { ask } from '../actions/outbox.ts'
import type { Job } from '../domain/job.ts'
import { announce } from '../ui/announce.ts'
import { alsoAffects } from './alsoAffects.ts'

/** The job whose cancel waits for its second press, by key; one at a time on a page. */
const useArmed = create<{ key: string | null }>()(() => ({ key: null }))

export const useIsArmed = (key: string): boolean => useArmed((state) => state.key === key)

/** Takes the first press back; false where there was none. */
export function disarm(): boolean {
  const armed = useArmed.getState().key !== null
  useArmed.setState({ key: null })
  return armed
}

/**
 * One press of Cancel. A job that serves others too is named first and cancelled by the second press (product: guards).
 * `revision` is that of the push it is shown in.
 */
export function pressCancel(job: Job, branch: string, revision: string | null): void {
  const others = alsoAffects(job.requests, revision)
  if (others !== null && useArmed.getState().key !== job.key) {
    useArmed.setState({ key: job.key })
    announce(`Also affects ${others}. Press Cancel again to go on.`)
    return
  }
  disarm()
  ask('cancel', job, branch)
}
