import { assemble } from './assemble.ts'
import { wordOfBytes } from './hash.ts'
import type { JobTable } from './jobTable.ts'
import type { Seen } from './applySeen.ts'
import { mergeToday } from './mergeToday.ts'
import { readList, Unreadable } from './readList.ts'
import type { Dropped } from './readList.ts'
import { readPending, readRunning } from './readNow.ts'
import type { Pending, Running } from './readNow.ts'
import type { Rows } from './rowWriter.ts'

/** Where bytes come from: `list` is a day list or a push list, the others are what waits and runs now. */
export type Source = 'list' | 'pending' | 'running'

/**
 * What bytes made of a table: a table; `unchanged` when it would show the same as the last; `waiting` while there is
 * no list yet; `unreadable` when the whole answer is, and the last table stays.
 */
export type Made =
  | { kind: 'table'; table: JobTable }
  | { kind: 'unchanged' }
  | { kind: 'waiting' }
  | { kind: 'unreadable'; what: string }

/** Makes the tables of one list out of its sources, refresh after refresh. Pure but for what it remembers. */
export type TableMaker = {
  feed: (source: Source, bytes: ArrayBuffer) => Made
  /** Replaces what was seen of single jobs besides the lists. */
  see: (seen: Seen) => Made
}

export function createTableMaker(branch: string): TableMaker {
  let list: { rows: Rows; dropped: Dropped } | null = null
  let pending: Pending | null = null
  let running: Running | null = null
  let seen: Seen = { builds: [], gone: [] }
  let version: string | null = null
  const words = new Map<Source, string>()

  const take = (source: Source, bytes: ArrayBuffer): void => {
    if (source === 'list') list = readList(bytes)
    else if (source === 'pending') pending = readPending(bytes, branch)
    else running = readRunning(bytes, branch)
  }

  const make = (): Made => {
    if (list === null) return { kind: 'waiting' }
    const dropped = together([list.dropped, pending?.dropped, running?.dropped])
    const table = assemble(branch, mergeToday(list.rows, pending, running, seen), dropped)
    if (table.version === version) return { kind: 'unchanged' }
    version = table.version
    return { kind: 'table', table }
  }

  return {
    feed(source, bytes) {
      const word = wordOfBytes(bytes)
      if (words.get(source) === word) return list === null ? { kind: 'waiting' } : { kind: 'unchanged' }
      try {
        take(source, bytes)
      } catch (thrown) {
        if (thrown instanceof Unreadable) return { kind: 'unreadable', what: thrown.message }
        throw thrown
      }
      words.set(source, word)
      return make()
    },
    see(what) {
      seen = what
      return make()
    },
  }
}

const together = (parts: readonly (Dropped | undefined)[]): Dropped =>
  parts.reduce<Dropped>(
    (sum, part) => ({ rows: sum.rows + (part?.rows ?? 0), first: sum.first ?? part?.first ?? null }),
    { rows: 0, first: null },
  )
