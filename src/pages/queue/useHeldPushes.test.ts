import { describe, expect, it } from 'vitest'
import { newAtHead } from './useHeldPushes.ts'

describe('new pushes at the head of the list', () => {
  it('are those above the first one that was there before', () => {
    expect(newAtHead(['c', 'b', 'a'], new Set(['a']))).toBe(2)
    expect(newAtHead(['a'], new Set(['a']))).toBe(0)
  })

  it('are not old pushes that turn up in the middle', () => {
    expect(newAtHead(['c', 'b', 'a'], new Set(['c', 'a']))).toBe(0)
  })

  it('are none in a list that nothing is known of', () => {
    expect(newAtHead(['b', 'a'], new Set())).toBe(0)
  })
})
