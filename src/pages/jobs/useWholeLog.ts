import { useState } from 'react'
import type { JobRequest } from '../../contract/records.ts'
import { useJobLog } from '../../queries/jobLog.ts'
import type { One } from '../../queries/single.ts'

/** The log as far as it was read. */
export type WholeLog = One<JobRequest[]> & {
  /** More was asked for and has not come: what is here stays. */
  comes: boolean
  /** The server holds no older entries than these. */
  whole: boolean
}

/** The newest `num` entries; while more are read, and where that fails, those that were read before stay. */
export function useWholeLog(num: number): WholeLog {
  const log = useJobLog(num)
  const [held, setHeld] = useState({ value: log.value, at: log.at, num })
  if (log.value !== null && (log.value !== held.value || num !== held.num)) {
    setHeld({ value: log.value, at: log.at, num })
  }
  const comes = log.value === null && held.value !== null
  return {
    ...log,
    ...(comes ? { value: held.value, at: held.at, status: 'ready' } : {}),
    comes,
    whole: log.value !== null && log.value.length < num,
  }
}
