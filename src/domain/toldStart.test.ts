import { describe, expect, it } from 'vitest'
import { toldStart } from './toldStart.ts'

const range = { from: 1_000, to: 2_000, overdue: false, n: 5 }
const ahead = { kind: 'ahead', least: 106, most: 110 } as const
const stalled = { kind: 'nothing claimed', seconds: 720 } as const

describe('what is said of an expected start', () => {
  it('is the range, from now on where it has begun and nobody is surely ahead', () => {
    expect(toldStart(range, [ahead], 900)).toEqual({ kind: 'range', from: 1_000, to: 2_000 })
    expect(toldStart(range, [{ kind: 'next' }], 1_000)).toEqual({ kind: 'range', from: 'now', to: 2_000 })
    expect(toldStart(range, [{ ...ahead, least: 0 }], 1_000)).toMatchObject({ from: 'now' })
  })

  it('is never "now" with others ahead, and nothing where those are not claimed either', () => {
    expect(toldStart(range, [ahead], 1_000)).toEqual({ kind: 'range', from: null, to: 2_000 })
    expect(toldStart(range, [stalled, ahead], 1_000)).toEqual({ kind: 'stalled', seconds: 720 })
    expect(toldStart(range, [stalled], 1_000)).toMatchObject({ kind: 'range', from: 'now' })
  })

  it('is given up where it is overdue', () => {
    expect(toldStart({ ...range, overdue: true }, [ahead], 3_000)).toEqual({ kind: 'overdue' })
  })
})
