import { useActions } from '../actions/store.ts'
import type { ActionRecord } from '../domain/action.ts'

/** Whether the last write that the server answered was turned away for want of a login; `actions` newest first. */
export function wasSignedOut(actions: readonly ActionRecord[]): boolean {
  const answered = actions.find(
    (record) => record.failure !== null || record.steps.some((step) => step.phase === 'accepted'),
  )
  return answered?.failure?.kind === 'signedOut'
}

/** Whether the page is "Read-only: sign in to act" as far as this browser has seen. */
export const useSignedOut = (): boolean => wasSignedOut(useActions())
