import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { ActionRecord } from '../domain/action.ts'
import { hasEnded, isAbout } from '../domain/actionState.ts'
import { newLedgerState } from './ledger.ts'

/** What the page shows of the outbox. Filled by `installActions`, empty until then. */
export const actionState = newLedgerState()

/** Every action of this browser, newest first, live over tabs. */
export const useActions = (): readonly ActionRecord[] => useStore(actionState, (state) => state.records)

/** What was asked for one job, newest first. Renders again only when one of these changes. */
export const useActionsFor = (job: {
  buildId: number | null
  requestIds: readonly number[]
}): readonly ActionRecord[] =>
  useStore(
    actionState,
    useShallow((state) => state.records.filter((record) => isAbout(record, job))),
  )

/** One action by its id, or null. */
export const useAction = (id: ActionRecord['id'] | null): ActionRecord | null =>
  useStore(actionState, (state) => state.records.find((record) => record.id === id) ?? null)

/** Actions that have not ended. */
export const useOpenCount = (): number =>
  useStore(actionState, (state) => state.records.filter((record) => !hasEnded(record)).length)

/** True where actions are kept in memory only, since storage is denied or full: said in the drawer. */
export const useMemoryOnly = (): boolean => useStore(actionState, (state) => state.memoryOnly)
