import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newCatalogue } from '../farm/builderCatalogue.ts'
import { compete, poolOf } from './pools.ts'

const { builders } = newCatalogue()
const [first] = builders

describe('pools read from names', () => {
  it('never contradict the farm: sure of the same is the same, sure of another is another', () => {
    const samples = builders.filter((_, at) => at % 7 === 0)
    const wrong = samples.flatMap((one) =>
      builders.flatMap((other) => {
        const word = compete(one.name, other.name)
        const same = one.pool === other.pool
        return (word === 'yes' && !same) || (word === 'no' && same) ? [`${one.name} | ${other.name}: ${word}`] : []
      }),
    )
    expect(wrong.slice(0, 5)).toEqual([])
  })

  it('are sure of nearly all builders, and leave repacks and names of no known make open', () => {
    const unsure = builders.filter(({ name }) => !poolOf(name).sure)
    expect(unsure.length).toBeLessThan(builders.length * 0.02)
    expect(poolOf('Firefox mozilla-central win32 l10n nightly').sure).toBe(false)
    expect(compete('linux-x64/release/unit tests', 'Ubuntu VM 12.04 x64 try opt test reftest')).toBe('perhaps')
    expect(compete('linux-x64/release/unit tests', 'Linux x86-64 try build')).toBe('no')
  })

  it('keep try apart where it builds, and not where it tests', () => {
    expect(compete('Linux x86-64 try build', 'Linux x86-64 mozilla-inbound build')).toBe('no')
    expect(compete('Linux x86-64 try build', 'Android try build')).toBe('yes')
    const windows = (branch: string) => `Windows 7 32-bit ${branch} opt test reftest`
    expect(compete(windows('try'), windows('mozilla-inbound'))).toBe('yes')
  })

  it('take any name', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(compete(name, name)).toBe('yes')
        expect(compete(name, first?.name ?? '')).toBe(compete(first?.name ?? '', name))
      }),
    )
  })
})
