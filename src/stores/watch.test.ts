import { afterEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { watchedName } from '../domain/watched.ts'
import type { Watched } from '../domain/watched.ts'
import { MOST_WATCHED, noteWatched, readWatchList, unwatch, watch, watchList } from './watch.ts'

const build = (id: number): Watched => ({ kind: 'build', branch: 'try', id })
const entries = () => watchList.getState().entries
const names = () => entries().map((entry) => watchedName(entry.watched))

afterEach(() => watchList.setState({ entries: [] }))

describe('what is stored of the watch list', () => {
  const good = { watched: build(5), since: 1, lookedAt: 2, end: null, told: false }

  it.each([
    null,
    'text',
    { entries: 'text' },
    { entries: [null, 5, {}] },
    { entries: [{ ...good, since: 'soon' }] },
    { entries: [{ ...good, watched: { kind: 'build', branch: 'try', id: '5' } }] },
    { entries: [{ ...good, watched: { kind: 'build', branch: '', id: 5 } }] },
    { entries: [{ ...good, watched: { kind: 'push', branch: 'try', revision: '%' } }] },
    { entries: [{ ...good, watched: { kind: 'branch', branch: 'try', id: 5 } }] },
  ])('%j is nothing', (stored) => {
    expect(readWatchList(stored)).toEqual({ entries: [] })
  })

  it('is read again as it was, but for what cannot be read', () => {
    const push = { kind: 'push', branch: 'try', revision: '0123456789ab' } as const
    const ended = { ...good, watched: push, end: { word: 'failed', at: 3 }, told: true }
    expect(readWatchList({ entries: [good, { since: 1 }, ended] })).toEqual({ entries: [good, ended] })
  })

  it('is never anything but a short list of different things', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.anything(),
            fc.nat(40).map((id) => ({ ...good, watched: build(id) })),
          ),
        ),
        (stored) => {
          const read = readWatchList({ entries: stored }).entries.map((entry) => watchedName(entry.watched))
          expect(read.length).toBeLessThanOrEqual(MOST_WATCHED)
          expect(new Set(read).size).toBe(read.length)
        },
      ),
    )
  })
})

describe('the watch list', () => {
  it('has a thing once, however often it is asked for, by either length of its revision', () => {
    watch(build(5), 1)
    watch({ kind: 'push', branch: 'try', revision: '0123456789ab' }, 2)
    watch({ kind: 'push', branch: 'try', revision: '0123456789ab0123456789ab0123456789ab0123' }, 3)
    watch({ kind: 'request', branch: 'try', id: 5 }, 4)
    expect(names()).toEqual(['build 5 on try', 'push 0123456789ab on try', 'request 5 on try'])
    unwatch(build(5))
    expect(names()).toEqual(['push 0123456789ab on try', 'request 5 on try'])
  })

  it('is full at some number: what has ended gives way first, then the longest watched', () => {
    for (let id = 0; id < MOST_WATCHED; id++) watch(build(id), id)
    noteWatched(build(7), { end: { word: 'success', at: 9 } })
    watch(build(100), 100)
    expect(names()).not.toContain('build 7 on try')
    expect(names()).toContain('build 0 on try')
    watch(build(101), 101)
    expect(names()).not.toContain('build 0 on try')
    expect(entries()).toHaveLength(MOST_WATCHED)
  })

  it('takes news of what is watched only', () => {
    watch(build(5), 1)
    noteWatched(build(6), { lookedAt: 9 })
    noteWatched(build(5), { lookedAt: 8 })
    expect(entries().map((entry) => entry.lookedAt)).toEqual([8])
  })
})
