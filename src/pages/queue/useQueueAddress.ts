import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'

/** The word that stands for the group "No revision" in `?open=`. */
const NO_REVISION = 'none'

/** What the Queue's address holds besides the branch. Parameters we do not know are kept. */
export type QueueAddress = {
  /** The filter as typed. */
  filter: string
  /** The day asked for, YYYY-MM-DD, not yet checked; null is today. */
  date: string | null
  /** Revisions (12 characters, or null for "No revision") whose jobs are shown. */
  open: ReadonlySet<string | null>
  /** Replaces: typing does not fill the history. */
  setFilter: (filter: string) => void
  /** A step in the history. */
  setDate: (date: string | null) => void
  setOpen: (revision: string | null, open: boolean) => void
  /** How often the filter was dropped: what is being typed goes with it, whether or not it is in the address yet. */
  clears: number
  /** Drops the filter, as a step in the history; opens a push with it where one is named. */
  clearFilter: (show?: { revision: string | null }) => void
}

const readOpen = (text: string | null): ReadonlySet<string | null> =>
  new Set(
    (text ?? '')
      .split(',')
      .filter(Boolean)
      .map((word) => (word === NO_REVISION ? null : word)),
  )

const writeOpen = (params: URLSearchParams, open: ReadonlySet<string | null>): void => {
  if (open.size === 0) params.delete('open')
  else params.set('open', [...open].map((revision) => revision ?? NO_REVISION).join(','))
}

/** The Queue's state in the address, and the ways to change it. */
export function useQueueAddress(): QueueAddress {
  const [params, setParams] = useSearchParams()
  // The router shows a change a moment later; two changes in one moment must both count.
  const latest = useRef(params)
  useEffect(() => {
    latest.current = params
  }, [params])
  const setter = useRef(setParams)
  useEffect(() => {
    setter.current = setParams
  }, [setParams])

  const change = useCallback((edit: (params: URLSearchParams) => void, replace: boolean) => {
    const next = new URLSearchParams(latest.current)
    edit(next)
    if (next.toString() === latest.current.toString()) return
    latest.current = next
    setter.current(next, { replace, preventScrollReset: true })
  }, [])

  const [clears, setClears] = useState(0)
  const ways = useMemo(
    () => ({
      setFilter: (filter: string) =>
        change((next) => (filter.trim() === '' ? next.delete('q') : next.set('q', filter)), true),
      setDate: (date: string | null) =>
        change((next) => {
          if (date === null) next.delete('date')
          else next.set('date', date)
          next.delete('open')
        }, false),
      setOpen: (revision: string | null, open: boolean) =>
        change((next) => {
          const opened = new Set(readOpen(next.get('open')))
          if (open) opened.add(revision)
          else opened.delete(revision)
          writeOpen(next, opened)
        }, true),
      clearFilter: (show?: { revision: string | null }) => {
        setClears((count) => count + 1)
        change((next) => {
          next.delete('q')
          if (show) writeOpen(next, new Set([...readOpen(next.get('open')), show.revision]))
        }, false)
      },
    }),
    [change],
  )

  const openText = params.get('open')
  const open = useMemo(() => readOpen(openText), [openText])
  return { filter: params.get('q') ?? '', date: params.get('date'), open, clears, ...ways }
}
