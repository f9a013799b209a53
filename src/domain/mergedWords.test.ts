import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergedWords } from './mergedWords.ts'

const of = (...revisions: (string | null)[]) => revisions.map((revision) => ({ revision }))
const one = '1a2b3c4d5e6f'
const other = 'ffffffffffff'

describe('merged requests in words', () => {
  it('says nothing of a job that serves one request', () => {
    expect(mergedWords(of(one))).toBeNull()
    expect(mergedWords([])).toBeNull()
  })

  it('counts by push, the one it ran for first', () => {
    expect(mergedWords(of(one, other, one))).toBe(`serves 3 requests: 2 of ${one}, 1 of ${other}`)
    expect(mergedWords(of(other, one, one))).toBe(`serves 3 requests: 1 of ${other}, 2 of ${one}`)
  })

  it('calls the push it is shown in so, and says where there is none', () => {
    expect(mergedWords(of(one, null), one)).toBe('serves 2 requests: 1 of this push, 1 without a revision')
    expect(mergedWords(of(null, null))).toBe('serves 2 requests: 2 without a revision')
  })

  it('loses no request', () => {
    const revisions = fc.array(fc.option(fc.constantFrom(one, other, '0123456789ab')), { minLength: 2 })
    fc.assert(
      fc.property(revisions, (all) => {
        const parts = (mergedWords(of(...all)) ?? '').split(': ')[1]?.split(', ') ?? []
        expect(parts.reduce((sum, part) => sum + Number.parseInt(part, 10), 0)).toBe(all.length)
      }),
    )
  })
})
