import { describe, expect, it } from 'vitest'
import { jobWord, resultWord } from '../domain/state.ts'
import { lookOf } from './looks.ts'

describe('the look of a word', () => {
  it('is known for every word a job can have', () => {
    const words = [jobWord('pending', null), jobWord('running', null), jobWord('superseded', null)]
    for (let result = 0; result <= 7; result += 1) words.push(resultWord(result))
    for (const word of words) expect(lookOf(word)).not.toBe('unknown')
  })

  it('is that of the unknown for results nobody has named, and for words that are no results', () => {
    expect(lookOf(resultWord(42))).toBe('unknown')
    expect(lookOf('constructor')).toBe('unknown')
  })
})
