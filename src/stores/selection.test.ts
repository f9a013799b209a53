import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clearPicked, pickAgain, pickAll, pickRange, pickedKeys, togglePicked } from './selection.ts'

const place = 'queue try'
const job = (key: string, requestId = 1) => ({
  key,
  state: 'pending' as const,
  requests: [{ requestId, revision: null, branch: null, priority: null, reason: null, submitted: 0 }],
})
const lines = ['a/b1', 'a/b2', 'b/b3', 'b/b2', 'b/b4'].map((item) => ({ item, key: item.slice(2) }))

describe('picking jobs', () => {
  it('takes a second press back, also when the request has become a build since', () => {
    clearPicked()
    togglePicked(place, 'a/r7', job('r7', 7))
    togglePicked(place, 'a/b9', { ...job('b9', 7), state: 'running' })
    expect([...pickedKeys(place)]).toEqual([])
  })

  it('is of one list alone', () => {
    clearPicked()
    togglePicked(place, 'a/b1', job('b1'))
    expect(pickedKeys('push try 1a2b3c4d5e6f').size).toBe(0)
  })

  it('picks a range by lines, since a merged job stands in several', () => {
    clearPicked()
    togglePicked(place, 'b/b3', job('b3'))
    pickRange(place, 'b/b4', lines)
    expect([...pickedKeys(place)]).toEqual(['b3', 'b2', 'b4'])
  })

  it('a range covers every line between its ends, whichever comes first', () => {
    const end = fc.integer({ min: 0, max: lines.length - 1 })
    fc.assert(
      fc.property(end, end, (from, to) => {
        clearPicked()
        pickRange(place, lines[from]?.item ?? '', lines)
        pickRange(place, lines[to]?.item ?? '', lines)
        const between = lines.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ key }) => key)
        expect(new Set(pickedKeys(place))).toEqual(new Set(between))
      }),
    )
  })

  it('a range without a beginning is its line alone', () => {
    clearPicked()
    pickRange(place, 'b/b3', lines)
    expect([...pickedKeys(place)]).toEqual(['b3'])
    pickAll(place, ['b1', 'b2'])
    pickRange(place, 'b/b4', lines)
    expect([...pickedKeys(place)]).toEqual(['b1', 'b2', 'b4'])
  })

  it('comes back with the batch it was asked for in, unless something else is picked by then', () => {
    pickAll(place, ['b1', 'b2'])
    clearPicked('batch')
    pickAgain('another batch')
    expect(pickedKeys(place).size).toBe(0)
    pickAgain('batch')
    expect([...pickedKeys(place)]).toEqual(['b1', 'b2'])

    clearPicked('batch')
    pickAll(place, ['b3'])
    pickAgain('batch')
    expect([...pickedKeys(place)]).toEqual(['b3'])
  })
})
