import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { Suspense, lazy, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { usePreferences } from '../../stores/preferences.ts'
import { keyAt } from '../../table/jobTable.ts'
import type { JobTable } from '../../table/jobTable.ts'
import type { View } from '../../table/view.ts'
import { JobHeads } from '../../parts/JobHeads.tsx'
import { PushFoot } from './PushFoot.tsx'
import { PushRow } from './PushRow.tsx'
import { createFaces } from './faces.ts'
import { listItems } from './items.ts'
import type { Item, ListedPush } from './items.ts'
import { ListKeys } from './laterTools.ts'
import styles from './rows.module.css'
import { STICKY, useAnchor } from './useAnchor.ts'
import { useCursor } from './useCursor.ts'
import { useListTop } from './useListTop.ts'
import { useRowKeys } from './useRowKeys.ts'

export type JobListProps = {
  table: JobTable
  view: View
  branch: string
  /** What is picked belongs to. */
  place: string
  /** The pushes to list, newest first. */
  pushes: readonly ListedPush[]
  open: ReadonlySet<string | null>
  signedOut: boolean
  /** The pushes stand, and there is time for the rest. */
  paused: boolean
  /** Seconds since epoch: pushes before it began on an earlier day. */
  dayStart: number
  onOpen: (revision: string | null, open: boolean) => void
  onShowOutside: (revision: string | null) => void
}

/** Jobs are drawn only in pushes that are open: their row, and what is done to it, come in the first pause after the pushes stand. */
const loadJobLine = () => import('../../parts/JobLine.tsx')
const JobLine = lazy(() => loadJobLine().then((module) => ({ default: module.JobLine })))

/** Heights before a row is measured, in pixels. */
const estimates = { push: 85, heads: 28, job: 29, more: 35 }

/** `treegrid` `Jobs`: pushes and the jobs of the open ones, as many as fit the window. */
export function JobList(props: JobListProps) {
  const { table, view, branch, place, pushes, open, signedOut, paused, dayStart, onOpen, onShowOutside } = props
  const [limits, setLimits] = useState<ReadonlyMap<string, number>>(new Map())
  const [faceOf] = useState(createFaces)
  const grid = useRef<HTMLDivElement>(null)
  const margin = useListTop(grid)
  const density = usePreferences((preferences) => preferences.density)

  const items = useMemo(
    () => listItems(pushes, open, limits, view.rowsOf, (row) => keyAt(table, row)),
    [pushes, open, limits, view, table],
  )
  const places = useMemo(() => new Map(items.map((item, index) => [item.key, index])), [items])
  const cursor = useCursor(items, places, table)

  // Called here and not in a hook of ours, so that nothing may take its functions for constant.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => estimates[items[index]?.kind ?? 'push'],
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 4,
    scrollMargin: margin,
    scrollPaddingStart: STICKY,
    // The row that has focus stays in the document when it is scrolled away, or focus would be lost.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      const at = cursor.index
      if (at === null || at >= range.count || shown.includes(at)) return shown
      return [...shown, at].toSorted((one, other) => one - other)
    },
  })

  useEffect(() => virtualizer.measure(), [virtualizer, density])
  useEffect(() => {
    if (paused) void loadJobLine().catch(() => undefined)
  }, [paused])
  useAnchor(virtualizer, items, places, margin)

  const focus = useCallback(
    (index: number) => {
      cursor.moveTo(index)
      virtualizer.scrollToIndex(index, { align: 'auto' })
    },
    [cursor, virtualizer],
  )
  const onKeyDown = useRowKeys({ items, at: cursor.index, table, view, branch, focus, onOpen })
  useLayoutEffect(() => cursor.settle(grid.current))

  const draw = (item: Item, index: number) => {
    const push = faceOf(table, view, item.push)
    const { revision } = push.push
    const rowIndex = index + 1
    const stop = cursor.index === index ? 'cursor' : cursor.index === null && index === 0 ? 'tab' : null
    switch (item.kind) {
      case 'push':
        return (
          <PushRow
            face={push}
            branch={branch}
            open={item.open}
            stop={stop}
            rowIndex={rowIndex}
            early={push.push.submitted < dayStart}
            onOpen={onOpen}
            onShowOutside={onShowOutside}
          />
        )
      case 'heads':
        return <JobHeads rowIndex={rowIndex} level={2} />
      case 'job':
        return (
          <Suspense fallback={<div className={styles.job} style={{ height: estimates.job }} />}>
            <JobLine
              table={table}
              row={item.row}
              itemKey={item.key}
              place={place}
              level={2}
              branch={branch}
              revision={revision}
              signedOut={signedOut}
              stop={stop}
              rowIndex={rowIndex}
            />
          </Suspense>
        )
      case 'more':
        return (
          <PushFoot
            shown={item.shown}
            matching={item.matching}
            all={push.push.rows}
            outside={push.outside}
            filtered={!view.filter.all}
            rowIndex={rowIndex}
            onMore={() => setLimits((old) => new Map(old).set(revision ?? 'none', item.matching))}
          />
        )
    }
  }

  return (
    <>
      <div
        ref={grid}
        role="treegrid"
        aria-label="Jobs"
        aria-rowcount={items.length}
        className={styles.grid}
        data-dims=""
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={(event) => cursor.take(event.target)}
        onBlur={(event) => cursor.leave(event)}
      >
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index]
          return (
            item && (
              <div
                key={key}
                role="presentation"
                ref={virtualizer.measureElement}
                data-index={index}
                className={styles.row}
                style={{ transform: `translateY(${start - margin}px)` }}
              >
                {draw(item, index)}
              </div>
            )
          )
        })}
      </div>
      {paused && (
        <Suspense>
          <ListKeys
            items={items}
            at={cursor.index}
            table={table}
            view={view}
            branch={branch}
            place={place}
            signedOut={signedOut}
          />
        </Suspense>
      )}
    </>
  )
}
