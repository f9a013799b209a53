import { useSearchParams } from 'react-router'
import { everything, readLogFilter } from '../../domain/logFilter.ts'
import type { LogFilter } from '../../domain/logFilter.ts'
import { NEWEST } from '../../queries/jobLog.ts'

/** More is never read at once: a link may hold any number. */
const MOST = 5_000

/** What the address of the log holds. Parameters we do not know are kept. */
export type LogAddress = {
  filter: LogFilter
  /** How many of the newest entries to read, in hundreds. */
  num: number
  /** A step in the history. */
  setFilter: (filter: Partial<LogFilter>) => void
  clear: () => void
  /** Reads another hundred; no step in the history, since nothing goes away. */
  readOlder: () => void
}

const readNum = (text: string | null): number =>
  Math.min(MOST, Math.max(NEWEST, Math.ceil(Number(text ?? NEWEST) / NEWEST) * NEWEST || NEWEST))

/** The state of the log in the address, and the ways to change it. */
export function useLogAddress(): LogAddress {
  const [params, setParams] = useSearchParams()
  const num = readNum(params.get('num'))
  const change = (changed: Readonly<Record<string, string | null>>, replace: boolean) => {
    const next = new URLSearchParams(params)
    for (const [name, value] of Object.entries(changed)) {
      if (value === null) next.delete(name)
      else next.set(name, value)
    }
    setParams(next, { replace, preventScrollReset: true })
  }
  return {
    filter: readLogFilter(params),
    num,
    setFilter: (filter) => change(filter, false),
    clear: () => change(everything, false),
    readOlder: () => change({ num: String(Math.min(MOST, num + NEWEST)) }, true),
  }
}
