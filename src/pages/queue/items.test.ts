import { describe, expect, it } from 'vitest'
import { FIRST_JOBS, isStop, listItems, nextStop } from './items.ts'

const pushes = [
  { push: 0, revision: 'aaaaaaaaaaaa' },
  { push: 1, revision: null },
]
const rowsOf = (count: number) => () => Int32Array.from({ length: count }, (_, row) => row)
const keyOf = (row: number): string => `b${row}`
const none = new Map<string, number>()

describe('the lines of the list', () => {
  it('is one line for each closed push', () => {
    const items = listItems(pushes, new Set(), none, rowsOf(3), keyOf)
    expect(items.map((item) => item.key)).toEqual(['aaaaaaaaaaaa', 'none'])
  })

  it('puts the jobs of an open push below it, the group without a revision included', () => {
    const items = listItems(pushes, new Set([null]), none, rowsOf(2), keyOf)
    expect(items.map((item) => item.key)).toEqual([
      'aaaaaaaaaaaa',
      'none',
      'none/heads',
      'none/b0',
      'none/b1',
      'none/more',
    ])
  })

  it('tells how many of how many it shows, and shows more when asked', () => {
    const open = new Set(['aaaaaaaaaaaa'])
    const some = listItems(pushes, open, none, rowsOf(FIRST_JOBS + 16), keyOf)
    expect(some.find((item) => item.kind === 'more')).toMatchObject({ shown: FIRST_JOBS, matching: FIRST_JOBS + 16 })
    const all = listItems(pushes, open, new Map([['aaaaaaaaaaaa', 1_000]]), rowsOf(FIRST_JOBS + 16), keyOf)
    expect(all.find((item) => item.kind === 'more')).toMatchObject({
      shown: FIRST_JOBS + 16,
      matching: FIRST_JOBS + 16,
    })
  })

  it('gives a merged job a line of its own in each push it serves', () => {
    const items = listItems(pushes, new Set(['aaaaaaaaaaaa', null]), none, rowsOf(1), keyOf)
    expect(new Set(items.map((item) => item.key)).size).toBe(items.length)
  })
})

describe('the cursor', () => {
  const items = listItems(pushes, new Set(['aaaaaaaaaaaa']), none, rowsOf(1), keyOf)

  it('steps over heads and foot', () => {
    expect(nextStop(items, 0, 1, isStop)).toBe(2)
    expect(nextStop(items, 2, 1, isStop)).toBe(4)
    expect(nextStop(items, 4, -1, isStop)).toBe(2)
  })

  it('stays at either end', () => {
    expect(nextStop(items, 4, 1, isStop)).toBeNull()
    expect(nextStop(items, 0, -1, isStop)).toBeNull()
  })
})
