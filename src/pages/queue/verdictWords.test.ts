import { describe, expect, it } from 'vitest'
import { pushVerdict } from '../../domain/pushVerdict.ts'
import { verdictOf } from '../../domain/verdict.ts'
import type { Push } from '../../table/push.ts'
import { slots } from '../../table/slots.ts'
import type { Counts } from '../../table/slots.ts'
import { verdictWords } from './verdictWords.ts'

const NOW = 1_000_000

function push(some: Partial<Counts>, lastEnd: number | null = NOW - 1_000): Push {
  const none = {
    pending: 0,
    running: 0,
    success: 0,
    warnings: 0,
    failure: 0,
    skipped: 0,
    exception: 0,
    retry: 0,
    cancelled: 0,
    superseded: 0,
    other: 0,
    attempt: 0,
  }
  const counts = { ...none, ...some }
  const rows = slots.reduce((sum, slot) => sum + counts[slot], 0)
  return { revision: 'aaaaaaaaaaaa', submitted: 0, rows, counts, lastEnd, leak: null, version: '1' }
}
const words = (some: Partial<Counts>, lastEnd?: number): string => {
  const one = push(some, lastEnd)
  const { word, tail } = verdictWords(one, verdictOf(one, NOW))
  return [word, tail].filter(Boolean).join(' | ')
}

describe('the verdict of a push in words', () => {
  it('names what failed while it may still move', () => {
    expect(words({ failure: 3, warnings: 6, success: 10, running: 5, pending: 9 })).toBe(
      '3 failed so far | 6 with warnings, 14 to come',
    )
    expect(words({ exception: 1, running: 1 })).toBe('1 failed so far | 1 to come')
  })

  it('counts what failed so far as the page of the push does', () => {
    const counted = { failure: 3, exception: 1, warnings: 6, success: 10, running: 5 }
    const one = push(counted)
    expect(words(counted)).toBe('4 failed so far | 6 with warnings, 5 to come')
    expect(pushVerdict(verdictOf(one, NOW)).headline).toBe('4 failed so far')
  })

  it('waits, then runs', () => {
    expect(words({ pending: 38 })).toBe('Waiting')
    expect(words({ success: 1, running: 2, pending: 1 })).toBe('Running | 3 to come')
  })

  it('settles for three minutes after the last end', () => {
    expect(words({ success: 64 }, NOW - 50)).toBe('Settling | 2:10 left, all 64 green')
    expect(words({ success: 63, failure: 1 }, NOW - 50)).toBe('Settling | 2:10 left, 1 failure')
  })

  it('passes with success and retry alone, as the server has it', () => {
    expect(words({ success: 117, retry: 1 })).toBe('Passed | 118 of 118, settled')
    expect(words({ success: 117, warnings: 1 })).toBe('Failed | 1 with warnings')
    expect(words({ success: 1, failure: 2, exception: 1 })).toBe('Failed | 2 failures, 1 exception')
    expect(words({ success: 12, cancelled: 44 })).toBe('Failed | 44 cancelled')
  })
})
