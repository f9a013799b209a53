import { describe, expect, it } from 'vitest'
import { betterSkew } from './serverClock.ts'

const quick = { sentAt: 1_000_000, at: 1_000_040, serverTime: 1_300 }

describe("the server's clock", () => {
  it('is told by an answer, to about half a second', () => {
    expect(betterSkew(null, quick)).toEqual({ ahead: 300_480, within: 520 })
  })

  it('stays with what a quick answer told when a slow one comes', () => {
    const known = betterSkew(null, quick)
    expect(betterSkew(known, { sentAt: 1_010_000, at: 1_018_000, serverTime: 1_314 })).toBe(known)
  })

  it('follows at once when a clock was set', () => {
    const known = betterSkew(null, quick)
    expect(betterSkew(known, { sentAt: 1_020_000, at: 1_020_100, serverTime: 9_999 })?.ahead).toBeGreaterThan(8_000_000)
  })

  it('learns nothing from an answer without a date', () => {
    expect(betterSkew(null, { ...quick, serverTime: null })).toBeNull()
  })
})
