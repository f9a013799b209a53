import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { viewBatch } from '../domain/batch.ts'
import type { BatchView } from '../domain/batch.ts'
import { useIdentity } from '../stores/identity.ts'
import { actionState } from './store.ts'

/** Every batch of this browser, the one asked for last first. */
export function useBatches(): readonly BatchView[] {
  const { me } = useIdentity()
  const records = useStore(
    actionState,
    useShallow((state) => state.records.filter((record) => record.batch !== null)),
  )
  return useMemo(() => {
    const ids = new Set(records.map((record) => record.batch?.id ?? ''))
    return [...ids].flatMap((id) => viewBatch(records, id, me) ?? [])
  }, [records, me])
}
