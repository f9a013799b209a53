import { useCallback, useMemo, useRef, useState } from 'react'
import type { FocusEvent } from 'react'
import { keyAt } from '../../table/jobTable.ts'
import type { JobTable } from '../../table/jobTable.ts'
import { rowOfKey } from '../../table/rows.ts'
import type { Item } from './items.ts'

/** The row the keyboard stands on. */
export type Cursor = {
  /** Its place in the list; null before anybody went there. */
  index: number | null
  moveTo: (index: number) => void
  /** Focus came to something in the list. */
  take: (target: Element) => void
  leave: (event: FocusEvent<HTMLElement>) => void
  /** After drawing: gives focus to the row that should have it. */
  settle: (grid: HTMLElement | null) => void
}

/**
 * Where a row that is gone went: a request that became a build keeps its place in the list under the build's key,
 * anything else leaves it to the row that took its place.
 */
function successor(
  key: string,
  at: number,
  items: readonly Item[],
  places: ReadonlyMap<string, number>,
  table: JobTable,
): number | null {
  const [push, rowKey] = key.split('/')
  const row = rowKey === undefined ? null : rowOfKey(table, rowKey)
  const moved = row === null ? undefined : places.get(`${push}/${keyAt(table, row)}`)
  return moved ?? places.get(push ?? '') ?? (items.length === 0 ? null : Math.min(at, items.length - 1))
}

/** The cursor by key, so that it and focus survive refreshes. */
export function useCursor(items: readonly Item[], places: ReadonlyMap<string, number>, table: JobTable): Cursor {
  const [at, setAt] = useState<{ key: string; index: number } | null>(null)
  /** The key that should get focus as soon as it is drawn. */
  const wanted = useRef<string | null>(null)
  /** Whether focus is in the list. */
  const inside = useRef(false)

  let index: number | null = null
  if (at !== null) {
    index = places.get(at.key) ?? successor(at.key, at.index, items, places, table)
    const key = index === null ? undefined : items[index]?.key
    if (index !== null && key !== undefined && (key !== at.key || index !== at.index)) setAt({ key, index })
  }
  const key = index === null ? null : (items[index]?.key ?? null)

  const moveTo = useCallback(
    (to: number) => {
      const item = items[to]
      if (!item) return
      wanted.current = item.key
      setAt({ key: item.key, index: to })
    },
    [items],
  )
  const take = useCallback(
    (target: Element) => {
      inside.current = true
      const taken = target.closest<HTMLElement>('[data-key]')?.dataset['key']
      const place = taken === undefined ? undefined : places.get(taken)
      if (taken !== undefined && place !== undefined) setAt({ key: taken, index: place })
    },
    [places],
  )
  const leave = useCallback((event: FocusEvent<HTMLElement>) => {
    const { target, currentTarget, relatedTarget } = event
    if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return
    // A row that is taken out of the document loses focus too, and then its successor shall have it.
    setTimeout(() => {
      if (target.isConnected) inside.current = false
    })
  }, [])
  const settle = useCallback(
    (grid: HTMLElement | null) => {
      const lost = inside.current && (document.activeElement === document.body || document.activeElement === null)
      const goal = wanted.current ?? (lost ? key : null)
      if (goal === null) return
      const row = grid?.querySelector<HTMLElement>(`[data-key="${CSS.escape(goal)}"]`)
      if (!row) return
      wanted.current = null
      row.focus({ preventScroll: true })
    },
    [key],
  )
  return useMemo(() => ({ index, moveTo, take, leave, settle }), [index, moveTo, take, leave, settle])
}
