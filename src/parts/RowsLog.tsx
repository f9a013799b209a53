import { useEffect } from 'react'
import { create } from 'zustand'
import type { JobRequest } from '../contract/records.ts'
import { NEWEST, useJobLog } from '../queries/jobLog.ts'

/** What rows of a list know of the log, and how many want to know. */
const useRows = create<{ log: readonly JobRequest[]; wanted: number }>(() => ({ log: [], wanted: 0 }))

/** The newest entries of the log, for a row: a list has hundreds of them, so one part of it asks for all. */
export function useLogOfRow(): readonly JobRequest[] {
  useEffect(() => {
    useRows.setState(({ wanted }) => ({ wanted: wanted + 1 }))
    return () => useRows.setState(({ wanted }) => ({ wanted: wanted - 1 }))
  }, [])
  return useRows((state) => state.log)
}

/** Reads the log while a row of the list wants it. */
export function RowsLog() {
  const log = useJobLog(
    NEWEST,
    useRows((state) => state.wanted > 0),
  ).value
  useEffect(() => {
    if (log) useRows.setState({ log })
  }, [log])
  return null
}
