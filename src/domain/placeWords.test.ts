import { describe, expect, it } from 'vitest'
import { effectWords, ordinal, placeWords, trackWords } from './placeWords.ts'

describe('ordinals', () => {
  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [22, '22nd'],
    [111, '111th'],
    [1_002, '1,002nd'],
  ])('%i is %s', (n, words) => expect(ordinal(n)).toBe(words))
})

describe('a place', () => {
  const place = (best: number, worst: number, least: number, most: number) =>
    placeWords({ best, worst, exact: best === worst, of: { least, most }, ahead: [], perhapsAhead: [] })

  it('is one number only where it is known', () => {
    expect(place(4, 4, 212, 212)).toBe('4th of 212')
    expect(place(4, 9, 212, 212)).toBe('4th to 9th of 212')
    expect(place(1, 9, 31, 212)).toBe('1st to 9th of 31 to 212')
  })
})

describe('the effect of a priority', () => {
  it('says how many are passed, or pass', () => {
    expect(effectWords({ direction: 'up', least: 212, most: 212 })).toBe('passes 212 requests')
    expect(effectWords({ direction: 'up', least: 0, most: 1 })).toBe('passes 0 to 1 request')
    expect(effectWords({ direction: 'up', least: 0, most: 0 })).toBe('passes no request')
    expect(effectWords({ direction: 'down', least: 1, most: 1 })).toBe('lets 1 request pass')
    expect(effectWords({ direction: 'none', least: 0, most: 0 })).toBe('changes nothing')
  })
})

describe('a track record', () => {
  it('tells how often, on how many, and how it failed', () => {
    const none = { n: 0, by: 0 }
    expect(trackWords({ n: 214, right: 171, early: { n: 20, by: 4 }, late: { n: 23, by: 404 } })).toBe(
      'would have been right 8 times in 10 on 214 jobs loaded today; 20 began earlier (by 4 s in the median), 23 began later (by 6 m 44 s in the median)',
    )
    expect(trackWords({ n: 6, right: 6, early: none, late: none })).toBe(
      'would have been right 10 times in 10 on 6 jobs loaded today',
    )
    expect(trackWords({ n: 10, right: 1, early: none, late: { n: 9, by: 60 } })).toContain(
      'right 1 time in 10 on 10 jobs loaded today; 0 began earlier, 9 began later',
    )
  })
})
