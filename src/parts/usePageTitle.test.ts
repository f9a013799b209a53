import { describe, expect, it } from 'vitest'
import { titleOf } from './usePageTitle.ts'

describe('the title of a tab', () => {
  it('says failures and work first, then the name', () => {
    expect(titleOf({ title: 'try', failed: 3, active: 12 })).toBe('✖3 ●12 try')
  })

  it('says what was watched and has ended before all', () => {
    expect(titleOf({ title: 'try', failed: 3, ended: 2 })).toBe('⚑2 ✖3 try')
  })

  it('leaves out what there is none of', () => {
    expect(titleOf({ title: 'try', failed: 0, active: 12 })).toBe('●12 try')
    expect(titleOf({ title: 'Build 5' })).toBe('Build 5')
  })
})
