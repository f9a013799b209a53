import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fingerprint, wordOfBytes } from './hash.ts'

const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer

describe('the word of an answer', () => {
  it('differs wherever a few digits do, near each other or not', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 30, maxLength: 60 })
    const changes = fc.array(fc.record({ at: fc.nat(), to: fc.integer({ min: 0, max: 9 }) }), { maxLength: 3 })
    fc.assert(
      fc.property(digits, changes, (old, changed) => {
        const now = [...old]
        for (const { at, to } of changed) now[at % now.length] = to
        const same = now.join('') === old.join('')
        expect(wordOfBytes(bytesOf(now.join(''))) === wordOfBytes(bytesOf(old.join('')))).toBe(same)
      }),
      { numRuns: 2_000 },
    )
  })

  it('differs for three digits in the top bytes of words that lie in both lanes', () => {
    // Found colliding while the lanes knew nothing of each other.
    const digits = '[4263760689468891374948852301234567890123]'
    const words = new Set<string>()
    for (let a = 0; a < 10; a++)
      for (let b = 0; b < 10; b++)
        for (let c = 0; c < 10; c++) {
          const text = digits.split('')
          text[11] = String(a)
          text[17] = String(b)
          text[19] = String(c)
          words.add(wordOfBytes(bytesOf(text.join(''))))
        }
    expect(words.size).toBe(1_000)
  })
})

describe('a fingerprint', () => {
  it('takes every NaN for the same', () => {
    const print = (value: number) => {
      const made = new Fingerprint()
      made.number(value)
      return made.word
    }
    const bits = new Float64Array(new Uint32Array([0, 0xfff80000, 0, 0x7ff80000]).buffer)
    expect(print(bits[0] ?? 0)).toBe(print(bits[1] ?? 0))
    expect(print(bits[0] ?? 0)).toBe(print(NaN))
  })
})
