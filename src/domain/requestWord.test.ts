import { describe, expect, it } from 'vitest'
import { requestWord } from './requestWord.ts'

describe('how a request stands', () => {
  it.each([
    ['nobody has claimed it', { complete: 0, claimed_at: 0, build_ids: [] }, 'pending'],
    ['it waits again after a retry', { complete: 0, claimed_at: 0, build_ids: [5] }, 'pending'],
    ['a master has claimed it', { complete: 0, claimed_at: 10, build_ids: [5] }, 'running'],
    ['it is complete: its build has the result', { complete: 1, claimed_at: 10, build_ids: [5] }, 'complete'],
  ])('surprise 27: %s', (_, request, word) => expect(requestWord(request)).toBe(word))

  it('surprise 30: complete without a claim or a build, it was cancelled before it started', () =>
    expect(requestWord({ complete: 1, claimed_at: 0, build_ids: [] })).toBe('cancelled'))
})
